import type { RecordTable } from "#partner-center/record-table.ts";
import { DEAL_TEXTS, type DealText, entriesOf } from "#referrals/deal-fields.ts";
import { dealNumbers, dealTexts } from "./deal-columns.ts";
import { registrationReader, riskReader, valueReader } from "./deal-values.ts";
import { withinDays } from "./filter-dates.ts";
import type { FilterContext, RecordFilter, RowTest } from "./record-filter.ts";

/** Tests for additional fields. */
export function dealTests(table: RecordTable, filter: RecordFilter, context: FilterContext): RowTest[] {
  const { values = {}, valued, unvalued, risks, registrations, expectedClose } = filter;
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
    ...(expectedClose === undefined ? [] : [closeTest(table, expectedClose)]),
  ];
}

function isAny<T>(read: (row: number) => T | null, wanted: readonly T[]): RowTest {
  const all: ReadonlySet<T | null> = new Set(wanted);
  return (row) => all.has(read(row));
}

function not(test: RowTest): RowTest {
  return (row) => !test(row);
}

function closeTest(table: RecordTable, days: NonNullable<RecordFilter["expectedClose"]>): RowTest {
  const at = dealNumbers(table, "expectedClose");
  return withinDays((row) => at[row] as number, days);
}

function textTest(table: RecordTable, field: DealText, wanted: readonly string[]): RowTest {
  const { codes, values } = dealTexts(table, field);
  const passes = values.map((text) => entriesOf(text).some((entry) => wanted.includes(entry)));
  return (row) => passes[codes[row] as number] === true;
}
