import { type ExtraFilter, printExtraFilter } from "#config/extra-filter.ts";
import { cubeFromRecords } from "#cube/count-records.ts";
import type { ExtraField, ExtraFields } from "#files/records/extra-fields.ts";
import type { BucketTable } from "#partner-center/bucket-table.ts";
import { TERM_FIELDS, type TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import type { GroupedQuery, PageRange } from "#partner-center/query.ts";
import { type RecordTable, type TermColumn, tableOfRows } from "#partner-center/record-table.ts";
import type { RecordColumns } from "./record-columns.ts";
import { localRowsPassing, rowsPassingExtra } from "./row-filter.ts";

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
