import { rowsOf } from "#cube/cube.ts";
import { ask, passes, type TestRecord } from "#cube/testing/naive-ask.ts";
import { isDateField } from "#partner-center/fields.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { AnalyticsQuery, GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { readQuery } from "#partner-center/query-read.ts";
import { type LocalServer, startServer } from "#partner-center/testing/local-server.ts";

/** A service over records in memory; `limit` truncates grouped results silently, `isSilent` never responds. */
export type NaiveService = LocalServer & {
  records: readonly TestRecord[];
  limit: number;
  isSilent: boolean;
  asked: AnalyticsQuery[];
};

/** Starts the service on a free port; its records can be changed while it runs. */
export async function startNaiveService(): Promise<NaiveService> {
  const state = {
    records: [] as readonly TestRecord[],
    limit: Number.POSITIVE_INFINITY,
    isSilent: false,
    asked: [] as AnalyticsQuery[],
  };
  const server = await startServer((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    const query = readQuery(url.searchParams);
    state.asked.push(query);
    if (state.isSilent) return;
    const rows = query.kind === "grouped" ? groupedRows(state, query.query) : recordRows(state, query);
    const { top, skip } = query.page;
    const next = { ...query, page: { top, skip: skip + top } } as AnalyticsQuery;
    const link = skip + top < rows.length ? `${url.pathname}?${printQuery(next)}` : null;
    response.end(
      JSON.stringify({ Value: rows.slice(skip, skip + top), "@nextLink": link, TotalCount: rows.length }),
    );
  });
  return Object.assign(state, server);
}

type State = Pick<NaiveService, "records" | "limit">;

function groupedRows({ records, limit }: State, query: GroupedQuery): object[] {
  const buckets = rowsOf(ask(records, query)).map(({ keys, count }) => {
    const named = query.groupBy.map((field, at) => [field, shown(keys[at] ?? null, isDateField(field))]);
    return { ...Object.fromEntries(named), referralCount: String(count) };
  });
  const ordered = buckets
    .map((row) => [JSON.stringify(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([, row]) => row).slice(0, limit);
}

function shown(key: string | null, isDate: boolean): string | null {
  return key !== null && isDate ? `${key}T00:00:00` : key;
}

function recordRows({ records }: State, { query }: AnalyticsQuery): object[] {
  const rows = records.map((record, at) => ({ id: `r${at}`, record }));
  return rows
    .filter(({ record }) => passes(record, query.filter))
    .map(({ id, record: { createdDate, wonDate, ...terms } }) => ({
      id,
      ...terms,
      createdDate: createdDate === null ? null : printInstant(createdDate),
      wonDate: wonDate === null ? null : printInstant(wonDate),
    }));
}
