import type { RecordTable } from "#partner-center/record-table.ts";
import { ageTests, dateTests, timeTests } from "./filter-dates.ts";
import { outcomeTests } from "./filter-outcome.ts";
import { keyTests, textTests } from "./filter-texts.ts";
import type { FilterContext, RecordFilter, RowTest } from "./record-filter.ts";
import { allRows, filterRows, type Rows } from "./rows.ts";

/** The rows of a table that pass a filter, in the order of `rows`, all of the table when left out. */
export function rowsMatching(
  table: RecordTable,
  filter: RecordFilter,
  context: FilterContext,
  rows: Rows = allRows(table),
): Rows {
  const tests: readonly RowTest[] = [
    ...keyTests(table, filter),
    ...outcomeTests(table, filter),
    ...dateTests(table, filter),
    ...ageTests(table, filter, context),
    ...timeTests(table, filter, context),
    ...textTests(table, filter, context),
  ];
  return tests.reduce(filterRows, rows);
}
