import { comparedText, type ExtraFilter } from "#config/extra-filter.ts";
import type { ExtraField, ExtraFields } from "#files/records/extra-fields.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { type RecordTable, rowNumbers } from "#partner-center/record-table.ts";

type Test = (row: number) => boolean;

/** The rows of a table that pass a filter of the contract, in order; null passes all. */
export function localRowsPassing({ size, ...table }: RecordTable, filter: Filter | null): Uint32Array {
  const rows = rowNumbers(size);
  return filter === null ? rows : rows.filter(testOf(table, filter));
}

type Columns = Pick<RecordTable, "terms" | "dates">;

function testOf(table: Columns, filter: Filter): Test {
  switch (filter.kind) {
    case "term":
    case "contains": {
      const { codes, values } = table.terms[filter.field];
      // Evaluated once per dictionary value.
      const passing = Uint8Array.from(values, (value) => Number(textPasses(value, filter)));
      return (row) => passing[codes[row] as number] === 1;
    }
    case "date": {
      const { at } = table.dates[filter.field];
      const compare = COMPARISONS[filter.operator];
      return (row) => compare(at[row] as number, filter.instant);
    }
    case "date-null": {
      const { at } = table.dates[filter.field];
      const isAbsent = filter.operator === "eq";
      return (row) => Number.isNaN(at[row]) === isAbsent;
    }
    default: {
      const tests = filter.operands.map((operand) => testOf(table, operand));
      return filter.kind === "and"
        ? (row) => tests.every((test) => test(row))
        : (row) => tests.some((test) => test(row));
    }
  }
}

type TextFilter = Extract<Filter, { kind: "term" | "contains" }>;

function textPasses(value: string | null, filter: TextFilter): boolean {
  if (filter.kind === "contains") return value?.includes(filter.value) ?? false;
  return (value === filter.value) === (filter.operator === "eq");
}

/** A missing date is NaN, for which only "ne" is true. */
const COMPARISONS: Record<DateOperator, (at: number, instant: number) => boolean> = {
  eq: (at, instant) => at === instant,
  ne: (at, instant) => at !== instant,
  gt: (at, instant) => at > instant,
  ge: (at, instant) => at >= instant,
  lt: (at, instant) => at < instant,
  le: (at, instant) => at <= instant,
};

/** Those of some rows that pass a filter of fields beside the sixteen. */
export function rowsPassingExtra(
  rows: Uint32Array,
  extras: readonly ExtraFields[],
  extraFilter: ExtraFilter,
): Uint32Array {
  const tests = extraFilter.map(({ fields, values }) => {
    const all = new Set(
      fields.flatMap((field) => values.map((value) => `${field} ${comparedText(field, value)}`)),
    );
    return (row: number) => textsOf(extras[row] ?? {}, fields).some((text) => all.has(text));
  });
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** The entries of the first of these fields that has any, with its name; the last one without an entry. */
function textsOf(extra: ExtraFields, fields: readonly string[]): string[] {
  for (const field of fields) {
    const value: unknown = extra[field as ExtraField];
    const texts = Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
    const entries = texts.filter((text) => text !== "");
    if (entries.length > 0) return entries.map((text) => `${field} ${comparedText(field, text)}`);
  }
  return [`${fields.at(-1)} `];
}
