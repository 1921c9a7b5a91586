import type { ExtraFilter } from "#config/extra-filter.ts";
import { createPool } from "../store/pool.ts";
import type { QueryStore, StoreResult } from "../store/store.ts";
import { type Asked, groupedFrom, recordsFrom, wholeRecord } from "./answers.ts";
import { type Columns, describeColumns } from "./columns.ts";
import type { ClickHouse } from "./connect.ts";

const NOTHING: StoreResult = { rows: [], totalCount: 0 };

/** Statements at a time: each server answers them with several threads. */
const AT_A_TIME = 8;

/**
 * Referrals in a table of ClickHouse, answered as the embedded store answers; the table may change meanwhile.
 * @throws SettingsError for a table that cannot be read, OverloadError where the server does not answer.
 */
export async function openClickHouseStore(
  clickHouse: ClickHouse,
  queueLength: number,
): Promise<QueryStore & { columns: Columns }> {
  const columns = await describeColumns(clickHouse);
  const places = Array.from({ length: AT_A_TIME }, (_, place) => place);
  const pool = createPool(places, queueLength);
  const asking = (signal: AbortSignal | undefined): Asked => ({ clickHouse, columns, signal });
  const use = (
    signal: AbortSignal | undefined,
    extraFilter: ExtraFilter = [],
    answer: () => Promise<StoreResult>,
  ) =>
    // The table has no further fields: each is without a value.
    extraFilter.every(({ values }) => values.includes(""))
      ? pool.use(answer, signal)
      : Promise.resolve(NOTHING);
  return {
    columns,
    ask: (query, signal, extraFilter) =>
      use(signal, extraFilter, () =>
        query.kind === "grouped"
          ? groupedFrom(asking(signal), query)
          : recordsFrom(asking(signal), query.query.filter, query.page, wholeRecord),
      ),
    askExtras: ({ query, page }, signal, extraFilter) =>
      use(signal, extraFilter, () =>
        recordsFrom(asking(signal), query.filter, page, (cell) => JSON.stringify({ id: cell("id") })),
      ),
    queue: () => ({ waiting: pool.waiting(), most: queueLength }),
    close: clickHouse.close,
  };
}
