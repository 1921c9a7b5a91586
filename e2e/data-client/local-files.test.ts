import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords as readRows } from "#partner-center/response.ts";
import { comparedText, type ExtraFilter } from "../../src/config/extra-filter.ts";
import type { SourceFacts } from "../../src/config/source-facts.ts";
import { cubeOfPages } from "../../src/cube/cube.ts";
import { canonicalRows } from "../../src/cube/testing/cubes.ts";
import { createFileStore } from "../../src/local-files/file-store.ts";
import { localClient } from "../../src/local-files/local-client.ts";
import { growColumns, inOrder } from "../../src/local-files/record-columns.ts";
import { createRecordQueries } from "../../src/local-files/record-queries.ts";
import { readBuckets } from "../../src/partner-center/buckets.ts";
import { DATE_FIELDS, type Referral, TERM_FIELDS } from "../../src/partner-center/fields.ts";
import type { Filter } from "../../src/partner-center/filter.ts";
import { printInstant, readInstant } from "../../src/partner-center/instant.ts";
import type { GroupedQuery } from "../../src/partner-center/query.ts";
import { type RecordTable, recordTableOf } from "../../src/partner-center/record-table.ts";
import { downloadRecords, startDownload } from "../../src/queries/download-records.ts";
import { LoadError } from "../../src/server/store/load-error.ts";
import { anyQuery, referral } from "../../src/server/store/testing/arbitraries.ts";
import { queryNaively } from "../../src/server/store/testing/naive-store.ts";
import { FIXTURES, openInPage, openInService, readInto } from "./two-sources.ts";

/** The referrals of a table as the wire carries them. */
function referralsOf({ size, terms, dates }: RecordTable): Referral[] {
  return Array.from({ length: size }, (_, row) => {
    const texts = TERM_FIELDS.map((field) => [
      field,
      terms[field].values[terms[field].codes[row] ?? 0] ?? null,
    ]);
    const times = DATE_FIELDS.map((field) => {
      const at = dates[field].at[row] ?? Number.NaN;
      return [field, Number.isNaN(at) ? (dates[field].unreadable.get(row) ?? null) : printInstant(at)];
    });
    return Object.fromEntries([...texts, ...times]) as Referral;
  });
}

type Told = Pick<Awaited<ReturnType<typeof openInService>>, "facts" | "fields" | "clientOf">;

/** What splits of the trend and cohorts are made of. */
const BY_MONTH: GroupedQuery = {
  filter: null,
  groupBy: ["status", "customerMarket", "createdDate"],
  level: "month",
};

async function groupsOf({ clientOf }: Told, extraFilter: ExtraFilter) {
  const { pages } = await clientOf(extraFilter).grouped(BY_MONTH);
  return canonicalRows(cubeOfPages(BY_MONTH, pages));
}

/** Both sources pick the same by each value of what they tell, and what a loop over all of it picks. */
async function compareTold(page: Told, service: Told): Promise<void> {
  const all: Record<string, unknown>[] = await page.fields(null);
  if (all.length > 100) return;
  const asked = page.facts.extras.flatMap(({ field, type, values = [] }) =>
    type === "text" || type === "list"
      ? [...values.map(({ value }) => value).slice(0, 3), ""].map((value) => ({ field, value }))
      : [],
  );
  for (const { field, value } of asked) {
    const same = (text: unknown) => comparedText(field, String(text)) === comparedText(field, value);
    const wanted = all.filter((row) => [row[field] ?? ""].flat().some(same));
    const extraFilter = [{ fields: [field], values: [value] }];
    expect(await page.fields(null, extraFilter), `${field}: ${value}`).toEqual(wanted);
    expect(await service.fields(null, extraFilter), `${field}: ${value}`).toEqual(wanted);
    expect(await groupsOf(page, extraFilter)).toEqual(await groupsOf(service, extraFilter));
  }
}

/** Without what differs by itself: the clock at either end. */
function comparable({ time, dayOnly, ...facts }: SourceFacts): object {
  // The engine reads large files of the sixteen fields without looking for times of day.
  const isBulk = facts.tables.length === 1 && facts.tables[0]?.format === "endpoint";
  return { ...facts, origin: time.origin, dayOnly: isBulk ? [] : dayOnly };
}

it("answers every query over any referrals as a loop over them does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(referral, { maxLength: 30 }), anyQuery, async (referrals, asked) => {
      const growing = growColumns();
      for (const one of referrals) {
        const dates = Object.fromEntries(DATE_FIELDS.map((field) => [field, readInstant(one[field])]));
        const record = { terms: one, dates: dates as never, approximate: new Set<never>(), extra: {} };
        growing.append(record);
      }
      const queries = createRecordQueries(inOrder(growing.columns()), []);
      const { rows, totalCount } = queryNaively(referrals, asked);
      if (asked.kind === "records") {
        const { records, totalCount: total } = queries.records(asked.query.filter, asked.page, []);
        expect(total).toBe(totalCount);
        expect(referralsOf(records)).toEqual(referralsOf(recordTableOf(readRows(rows))));
        expect(queries.total(asked.query.filter, [])).toBe(totalCount);
        return;
      }
      const all = queryNaively(referrals, { ...asked, page: { top: 10_000, skip: 0 } }).rows;
      const expected = cubeOfPages(asked.query, [readBuckets(all, asked.query)]);
      const found = cubeOfPages(asked.query, [queries.grouped(asked.query, [])]);
      expect(canonicalRows(found)).toEqual(canonicalRows(expected));
    }),
    { numRuns: 300 },
  );
});

describe("files opened in the page", () => {
  const PARTNER = readdirSync(`${FIXTURES}partner-files`).map((name) => `partner-files/${name}`);
  const WILD = readdirSync(`${FIXTURES}files-in-the-wild`).map((name) => `files-in-the-wild/${name}`);
  const PARQUET = readdirSync(`${FIXTURES}parquet`).map((name) => `parquet/${name}`);
  /** What is only worth something together with others. */
  const isPart = (name: string) => /registrations|opportunities-download/.test(name);
  const ALONE = [...WILD, ...PARQUET, ...PARTNER.filter((name) => !isPart(name))].map((name) => [name]);

  it.each([
    ...ALONE,
    PARTNER,
    [...PARTNER].reverse(),
    ["files-in-the-wild/04-day-first.csv", "files-in-the-wild/05-title-lines.csv"],
    ["crm-opportunities.csv"],
    ["partner-files/leads-insights-download.csv", "crm-opportunities.csv"],
  ])("hold the same as in the service: %s", async (...paths) => {
    const page = await openInPage(paths);
    const service = await openInService(paths);
    try {
      expect(page.report).toMatchObject({ problem: null, faults: [], unknown: [] });
      const [found, expected] = await Promise.all(
        [page, service].map(({ client }) => downloadRecords(client, null, startDownload(), {})),
      );
      expect(found?.total).toBe(expected?.total);
      expect(found && referralsOf(found.table)).toEqual(expected && referralsOf(expected.table));
      expect(comparable(page.facts)).toEqual(comparable(service.facts));
      // What panels of deals are made of, and what they are made of after a filter.
      if (page.facts.extras.length === 0) return;
      const germany: Filter = { kind: "term", field: "customerMarket", operator: "eq", value: "DE" };
      for (const filter of [null, germany])
        expect(await page.fields(filter)).toEqual(await service.fields(filter));
      await compareTold(page, service);
    } finally {
      await service.close();
    }
  });

  it.each([
    ["partner-files/cosell-opportunities-download.csv", "no-dates"],
    ["partner-files/azure-ip-cosell-deal-registrations-download.csv", "registrations-only"],
  ])("are refused with a reason where the service refuses them: %s", async (path, problem) => {
    expect((await openInPage([path])).report).toMatchObject({ problem });
    await expect(openInService([path])).rejects.toThrow(LoadError);
  });

  it("are no more referrals than a page can hold, and as many as that", async () => {
    const store = createFileStore(3);
    const read = (ids: string) => {
      const lines = [...ids].map((id) => `${id},New,2026-01-01`);
      const file = new File([["id,status,createdDate", ...lines].join("\n")], "many.csv");
      return store.read([file], { dateOrder: null, mappings: {} }, null, () => {});
    };
    expect(await read("abcd")).toMatchObject({ problem: "too-many" });
    expect(await read("abc")).toMatchObject({ problem: null, facts: { loaded: 3 } });
    const { id } = store.open();
    const added = new File(["id,status,createdDate\nd,New,2026-01-01"], "more.csv");
    const both = await store.read(
      [added],
      { dateOrder: null, mappings: {} },
      { id, isNewer: true },
      () => {},
    );
    expect(both).toMatchObject({ problem: "too-many" });
  });

  it("add nothing to those before where nothing of them is read", async () => {
    const store = createFileStore();
    const choices = { dateOrder: null, mappings: {} };
    const { id } = await readInto(store, ["crm-opportunities.csv"], null);
    for (const [text, found] of [
      ["Colour,Shape\nred,round\n", { unknown: [expect.anything()], faults: [] }],
      ["", { unknown: [], faults: [expect.anything()] }],
    ] as const)
      for (const isNewer of [true, false]) {
        const file = new File([text], "other.csv");
        const report = await store.read([file], choices, { id, isNewer }, () => {});
        expect(report).toMatchObject({ problem: "nothing-read", facts: { loaded: 0 }, ...found });
      }
  });

  it("are added to those before as if they had been opened together", async () => {
    const [first = "", ...others] = PARTNER;
    const store = createFileStore();
    const before = await readInto(store, [first], null);
    const both = await readInto(store, others, before.id);
    const together = await openInPage(PARTNER);
    expect(comparable(both.facts)).toEqual(comparable(together.facts));
    const [found, expected] = await Promise.all(
      [localClient(store, both.id), together.client].map((client) =>
        downloadRecords(client, null, startDownload(), {}),
      ),
    );
    expect(found && referralsOf(found.table)).toEqual(expected && referralsOf(expected.table));
    // What was open before is as it was.
    expect(store.total(before.id, null, [])).toBe(before.facts.loaded);
  });
});
