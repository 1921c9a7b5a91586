import type { ExtraFilter } from "#config/extra-filter.ts";
import { bucketTable } from "../store/bucket-json.ts";
import { createPool } from "../store/pool.ts";
import type { BucketPage, Buckets, QueryStore, StoreResult } from "../store/store.ts";
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
