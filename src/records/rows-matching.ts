import type { RecordTable } from "#partner-center/record-table.ts";
import { DEAL_TEXTS, type DealText, entriesOf } from "#referrals/deal-fields.ts";
import { asItStood } from "./as-it-stood.ts";
import { dealTexts } from "./deal-columns.ts";
import { registrationReader, riskReader, valueReader } from "./deal-values.ts";
import { ageTests, dateTests, qualityTests, timeTests } from "./filter-dates.ts";
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

/** Tests for additional fields. */
function dealTests(table: RecordTable, filter: RecordFilter, context: FilterContext): RowTest[] {
  const { values = {}, valued, unvalued, risks, registrations } = filter;
  const texts = DEAL_TEXTS.flatMap((field) => {
    const wanted = values[field] ?? [];
    return wanted.length === 0 ? [] : [textTest(table, field, wanted)];
  });
  return [
    ...texts,
    ...(valued === undefined ? [] : [valueReader(table, valued)]),
    ...(unvalued === undefined ? [] : [not(valueReader(table, unvalued))]),
    ...(risks === undefined ? [] : [isAny(riskReader(table, context), risks)]),
    ...(registrations === undefined ? [] : [isAny(registrationReader(table), registrations)]),
  ];
}

function isAny<T>(read: (row: number) => T | null, wanted: readonly T[]): RowTest {
  const all: ReadonlySet<T | null> = new Set(wanted);
  return (row) => all.has(read(row));
}

function not(test: RowTest): RowTest {
  return (row) => !test(row);
}

function textTest(table: RecordTable, field: DealText, wanted: readonly string[]): RowTest {
  const { codes, values } = dealTexts(table, field);
  const passes = values.map((text) => entriesOf(text).some((entry) => wanted.includes(entry)));
  return (row) => passes[codes[row] as number] === true;
}
