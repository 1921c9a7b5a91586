import type { RecordTable } from "#partner-center/record-table.ts";
import { asItStood } from "./as-it-stood.ts";
import { ageTests, dateTests, qualityTests, timeTests } from "./filter-dates.ts";
import { dealTests } from "./filter-deals.ts";
import { outcomeTests, pastTests } from "./filter-outcome.ts";
import { keyTests, textTests } from "./filter-texts.ts";
import type { FilterContext, RecordFilter, RowTest } from "./record-filter.ts";
import { allRows, filterRows, type Rows } from "./rows.ts";

/** The rows of a table that pass a filter, in the order of `rows`; of the whole table by default. */
export function rowsMatching(
  table: RecordTable,
  filter: RecordFilter,
  context: FilterContext,
  rows: Rows = allRows(table),
): Rows {
  const { asOf } = filter;
  const then = asOf === undefined ? table : asItStood(table, asOf);
  // `asOf` is the last instant included, so the time of the data is 1 ms later.
  const at = asOf === undefined ? context : { ...context, now: asOf + 1 };
  const tests: readonly RowTest[] = [
    ...keyTests(table, filter),
    ...outcomeTests(then, filter),
    ...pastTests(table, filter),
    ...dateTests(table, filter),
    ...ageTests(then, filter, at),
    ...timeTests(then, filter, at),
    ...dealTests(then, filter, at),
    ...qualityTests(table, filter, context),
    ...textTests(table, filter, context),
  ];
  return tests.reduce(filterRows, rows);
}
