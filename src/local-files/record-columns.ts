import { group } from "d3-array";
import { type JoinReport, NOTHING_JOINED } from "#files/import/import-report.ts";
import type { ExtraFields } from "#files/records/extra-fields.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { joinRecords } from "#files/records/join.ts";
import { approximateBits, approximateOf } from "#files/records/record-codec.ts";
import { DATE_FIELDS, type DateField, type Field, TERM_FIELDS } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import {
  createRecordTable,
  type RecordTable,
  rowNumbers,
  tableOfRows,
} from "#partner-center/record-table.ts";

/** Referrals in columns, with additional fields, and a bit for each date that is a substitute for another one. */
export type RecordColumns = {
  table: RecordTable;
  extras: readonly ExtraFields[];
  approximate: Uint16Array;
};

/** Shared by the rows without any, which are most in large files. */
const NO_EXTRAS: ExtraFields = {};

/** Columns under construction. */
export type GrowingColumns = {
  size: () => number;
  append: (record: ImportedRecord) => void;
  appendAll: (columns: RecordColumns) => void;
  columns: () => RecordColumns;
};

export function growColumns(): GrowingColumns {
  const builder = createRecordTable();
  const extras: ExtraFields[] = [];
  const approximate: number[] = [];
  return {
    size: builder.size,
    append(record) {
      builder.appendRead(record);
      extras.push(Object.keys(record.extra).length === 0 ? NO_EXTRAS : record.extra);
      approximate.push(approximateBits(record.approximate));
    },
    appendAll(columns) {
      builder.appendTable(columns.table);
      for (const extra of columns.extras) extras.push(extra);
      for (const bits of columns.approximate) approximate.push(bits);
    },
    columns: () => ({
      table: builder.table(new Set()),
      extras,
      approximate: Uint16Array.from(approximate),
    }),
  };
}

export function recordAt({ table, extras, approximate }: RecordColumns, row: number): ImportedRecord {
  const { terms, dates } = table;
  const textOf = (field: keyof typeof terms) =>
    terms[field].values[terms[field].codes[row] as number] ?? null;
  const dateOf = (field: DateField): InstantReading => {
    const text = dates[field].unreadable.get(row);
    if (text !== undefined) return { kind: "unreadable", text };
    const at = dates[field].at[row] as number;
    return Number.isNaN(at) ? { kind: "never" } : { kind: "instant", at };
  };
  return {
    terms: Object.fromEntries(TERM_FIELDS.map((field) => [field, textOf(field)])) as ImportedRecord["terms"],
    dates: Object.fromEntries(DATE_FIELDS.map((field) => [field, dateOf(field)])) as ImportedRecord["dates"],
    approximate: approximateOf(approximate[row] as number),
    extra: extras[row] ?? NO_EXTRAS,
  };
}

const MAX_LISTED = 100;

/**
 * Merges records with the same referral id, and their registrations, keeping row order; unmerged records come first.
 */
export function joinColumns(
  columns: RecordColumns,
  registered: readonly ImportedRecord[],
): { columns: RecordColumns; report: JoinReport } {
  const registrations = group(registered, ({ terms }) => terms.id);
  const groups = rowsToJoin(columns.table, new Set(registrations.keys()));
  if (groups.length === 0) return { columns, report: NOTHING_JOINED };
  const repeated = new Set(groups.flat());
  const isSingle = (row: number) => !repeated.has(row);
  const joined = growColumns();
  joined.appendAll(columnRowsOf(columns, rowNumbers(columns.table.size).filter(isSingle)));
  const byField: Record<string, number> = {};
  const listed: { id: string; fields: readonly Field[] }[] = [];
  let [referrals, recordCount, contradicted] = [0, 0, 0];
  for (const rows of groups) {
    const records = rows.map((row) => recordAt(columns, row));
    // A registration has no time of writing: all other values are considered newer.
    const known = registrations.get(records[0]?.terms.id ?? null) ?? [];
    const { record, contradictions } = joinRecords([...known, ...records]);
    joined.append(record);
    if (rows.length === 1) continue;
    referrals += 1;
    recordCount += rows.length;
    if (contradictions.length === 0) continue;
    contradicted += 1;
    for (const field of contradictions) byField[field] = (byField[field] ?? 0) + 1;
    if (listed.length < MAX_LISTED) listed.push({ id: record.terms.id ?? "", fields: contradictions });
  }
  const report = { referrals, records: recordCount, contradictions: contradicted, byField, listed };
  return { columns: joined.columns(), report };
}

/** Row groups with the same id, if there are several rows or another record has that id. */
function rowsToJoin({ terms, size }: RecordTable, others: ReadonlySet<string | null>): number[][] {
  const { codes, values } = terms.id;
  const columnRowsOf = new Map<number, number[]>();
  const counts = new Uint32Array(values.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  for (let row = 0; row < size; row++) {
    const code = codes[row] as number;
    const id = values[code] ?? null;
    if (id === null || ((counts[code] as number) < 2 && !others.has(id))) continue;
    const rows = columnRowsOf.get(code) ?? [];
    columnRowsOf.set(code, rows);
    rows.push(row);
  }
  return [...columnRowsOf.values()];
}

/** The records in the endpoint's order: newest created first, then by id; missing values last. */
export function inOrder({ table, extras, approximate }: RecordColumns): RecordColumns {
  const created = table.dates.createdDate.at.map((at) => (Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at));
  const { codes, values } = table.terms.id;
  const order = rowNumbers(table.size).sort((a, b) => {
    const [one, other] = [created[a] as number, created[b] as number];
    if (one !== other) return one < other ? 1 : -1;
    return compareIds(values[codes[a] as number] ?? null, values[codes[b] as number] ?? null) || a - b;
  });
  return columnRowsOf({ table, extras, approximate }, order);
}

export function columnRowsOf(
  { table, extras, approximate }: RecordColumns,
  rows: Uint32Array,
): RecordColumns {
  return {
    table: tableOfRows(table, rows),
    extras: Array.from(rows, (row) => extras[row] ?? NO_EXTRAS),
    approximate: Uint16Array.from(rows, (row) => approximate[row] as number),
  };
}

/** Compares by code point, like the service; null last. */
function compareIds(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return placeOf(a.charCodeAt(at)) - placeOf(b.charCodeAt(at));
}

/** Sort key of a UTF-16 unit: surrogates come after all others, the end of a text first. */
function placeOf(unit: number): number {
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
