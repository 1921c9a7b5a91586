import { comparedText, type ExtraFilter, printExtraFilter } from "#config/extra-filter.ts";
import { cubeFromRecords } from "#cube/count-records.ts";
import type { ExtraField, ExtraFields } from "#files/records/extra-fields.ts";
import type { BucketTable } from "#partner-center/bucket-table.ts";
import { TERM_FIELDS, type TermField } from "#partner-center/fields.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import type { GroupedQuery, PageRange } from "#partner-center/query.ts";
import { type RecordTable, rowNumbers, type TermColumn, tableOfRows } from "#partner-center/record-table.ts";
import type { RecordColumns } from "./record-columns.ts";

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
function rowsPassingExtra(
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

/** Answers endpoint queries from a table whose rows are in the order of the endpoint. */
export type RecordQueries = {
  grouped: (query: GroupedQuery, present: ExtraFilter) => BucketTable;
  total: (filter: Filter | null, present: ExtraFilter) => number;
  records: (
    filter: Filter | null,
    page: PageRange,
    present: ExtraFilter,
  ) => { records: RecordTable; totalCount: number };
  /** The additional fields of the same records. */
  fields: (
    filter: Filter | null,
    page: PageRange,
    present: ExtraFilter,
  ) => { rows: FieldsOfRow[]; totalCount: number };
};

/** A referral's id and all additional fields of the files, null where it has none. */
type FieldsOfRow = { id: string | null } & { [Field in ExtraField]?: ExtraFields[Field] | null };

/** `present` are the fields that some row has. */
export function createRecordQueries(
  { table, extras }: Pick<RecordColumns, "table" | "extras">,
  present: readonly ExtraField[],
): RecordQueries {
  // Consecutive pages have the same filter.
  let last: { name: string; rows: Uint32Array } | null = null;
  const columnRowsOf = (filter: Filter | null, wanted: ExtraFilter): Uint32Array => {
    const name = `${filter === null ? "" : printFilter(filter)} ${printExtraFilter(wanted)}`;
    if (last?.name !== name)
      last = { name, rows: rowsPassingExtra(localRowsPassing(table, filter), extras, wanted) };
    return last.rows;
  };
  return {
    grouped(query, wanted) {
      const { size, counts, columns } = cubeFromRecords(query, table, columnRowsOf(query.filter, wanted));
      return { size, counts, columns };
    },
    total: (filter, wanted) => columnRowsOf(filter, wanted).length,
    records(filter, { top, skip }, wanted) {
      const rows = columnRowsOf(filter, wanted);
      const page = tableOfRows(table, rows.slice(skip, skip + top));
      return { records: withOwnTexts(page), totalCount: rows.length };
    },
    fields(filter, { top, skip }, wanted) {
      const rows = columnRowsOf(filter, wanted);
      const { codes, values } = table.terms.id;
      const page = Array.from(rows.slice(skip, skip + top), (row) => {
        const entries = present.map((field) => [field, extras[row]?.[field] ?? null]);
        return { id: values[codes[row] as number] ?? null, ...Object.fromEntries(entries) };
      });
      return { rows: page, totalCount: rows.length };
    },
  };
}

/** Drops unused dictionary values: a page uses few of all texts, and is copied between threads. */
function withOwnTexts(table: RecordTable): RecordTable {
  const terms = Object.fromEntries(TERM_FIELDS.map((field) => [field, ownTexts(table.terms[field])]));
  return { ...table, terms: terms as Record<TermField, TermColumn> };
}

function ownTexts({ codes, values }: TermColumn): TermColumn {
  const newCodes = new Map<number, number>();
  const own = codes.map((code) => {
    const known = newCodes.get(code) ?? newCodes.size;
    newCodes.set(code, known);
    return known;
  });
  return { codes: own, values: Array.from(newCodes.keys(), (code) => values[code] ?? null) };
}
