import type { ExtraFilter } from "#config/extra-filter.ts";
import { bucketTable } from "#server/store/bucket-json.ts";
import { createPool } from "#server/store/pool.ts";
import type { BucketPage, Buckets, QueryStore, StoreResult } from "#server/store/store.ts";
import { type Columns, describeColumns } from "./columns.ts";
import type { ClickHouse } from "./connect.ts";
import { type Connected, groupedFrom, recordsFrom, wholeRecord } from "./run-query.ts";

const NOTHING: StoreResult = { rows: [], totalCount: 0 };

function noBuckets({ query }: BucketPage): Buckets {
  const none = query.groupBy.map(() => ({ keys: [] }));
  return { table: bucketTable(query, none, new Float64Array()), totalCount: 0 };
}

/** Statements at a time: each server runs them with several threads. */
const AT_A_TIME = 8;

/**
 * Referrals in a table of ClickHouse, with the results of the embedded store; the table may change meanwhile.
 * @throws SettingsError for a table that cannot be read, OverloadError where the server does not respond.
 */
export async function openClickHouseStore(
  clickHouse: ClickHouse,
  queueLength: number,
): Promise<QueryStore & { columns: Columns }> {
  const columns = await describeColumns(clickHouse);
  const places = Array.from({ length: AT_A_TIME }, (_, place) => place);
  const pool = createPool(places, queueLength);
  const values: Connected["values"] = new Map();
  const withSignal = (signal: AbortSignal | undefined): Connected => ({
    clickHouse,
    columns,
    signal,
    values,
  });
  // The table has no further fields: each is without a value.
  const use = <T>(
    signal: AbortSignal | undefined,
    extraFilter: ExtraFilter = [],
    nothing: T,
    run: () => Promise<T>,
  ) =>
    extraFilter.every(({ values }) => values.includes("")) ? pool.use(run, signal) : Promise.resolve(nothing);
  return {
    columns,
    list: ({ query, page }, signal, extraFilter) =>
      use(signal, extraFilter, NOTHING, () =>
        recordsFrom(withSignal(signal), query.filter, page, wholeRecord),
      ),
    group: (query, signal, extraFilter) =>
      use(signal, extraFilter, noBuckets(query), () => groupedFrom(withSignal(signal), query)),
    listExtras: ({ query, page }, signal, extraFilter) =>
      use(signal, extraFilter, NOTHING, () =>
        recordsFrom(withSignal(signal), query.filter, page, (cell) => JSON.stringify({ id: cell("id") })),
      ),
    queue: () => ({ waiting: pool.waiting(), most: queueLength }),
    close: clickHouse.close,
  };
}

/** What a table holds; `newest` is when the last referral was created (ms since 1970 UTC), null without dates. */
export type TableCounts = { total: number; dated: number; newest: number | null };

/** Counts a table. @throws OverloadError */
export async function countTable({ rows, table }: ClickHouse, { dates }: Columns): Promise<TableCounts> {
  const created = dates.get("createdDate")?.ms ?? "NULL";
  // Dates to come are typing errors.
  const past = `maxIf(${created}, ${created} <= ${Date.now()})`;
  const [row = []] = await rows(`SELECT count(), count(${created}), ${past} FROM ${table}`);
  const [total = 0, dated = 0, newest = 0] = row.map(Number);
  return { total, dated, newest: newest === 0 ? null : newest };
}

/** The counts of a table that changes, and when it last could not be counted. */
type LiveCounts = TableCounts & { failedAt: number | null };

/** Counts again in the background when somebody looks at counts older than `maxAgeMs`: nobody who looks waits. */
export function liveCounts(
  count: () => Promise<TableCounts>,
  first: TableCounts,
  maxAgeMs: number,
): () => LiveCounts {
  let counts: LiveCounts = { ...first, failedAt: null };
  let countedAt = Date.now();
  const again = async () => {
    countedAt = Number.POSITIVE_INFINITY;
    try {
      counts = { ...(await count()), failedAt: null };
    } catch {
      counts = { ...counts, failedAt: Date.now() };
    }
    countedAt = Date.now();
  };
  return () => {
    if (Date.now() - countedAt >= maxAgeMs) void again();
    return counts;
  };
}
