import type { CsvRegion } from "./csv-region.ts";

/** `share` is 0 to 1, `date` and `dateTime` are ms since 1970 UTC, `duration` is ms. */
export type ExportKind = "text" | "count" | "number" | "share" | "date" | "dateTime" | "duration";

/** Null and NaN are empty. Text is allowed in a column of any kind. */
export type ExportValue = string | number | null;

export type ExportColumn = {
  name: string;
  kind: ExportKind;
  /** The value of a row (0-based); called once per row, in order. */
  read: (row: number) => ExportValue;
  /** Kind of a row's value, in columns of mixed kinds. */
  kindAt?: (row: number) => ExportKind;
};

/** A table to export. Rows are read one by one, so that large tables need no row objects. */
export type ExportTable = { title: string; size: number; columns: readonly ExportColumn[] };

/** A note about the tables: selection, definitions, time of the data, completeness, address. */
export type AboutLine = { name: string; text: string };

export type ExportAbout = {
  /** Name of the sheet with the notes. */
  title: string;
  lines: readonly AboutLine[];
};

/** CSV with a region is for Excel: regional marks and a byte order mark. `notes`: write the notes above the tables. */
export type ExportFormat =
  | { kind: "csv"; region: CsvRegion | null; notes: boolean }
  | { kind: "tsv" }
  | { kind: "xlsx" };

export type TableHead = { title: string; columns: readonly { name: string; kind: ExportKind }[] };

/**
 * Rows of a column: a value per row, or, with `codes`, distinct values and an index per row. `kinds` per row in columns
 * of mixed kinds, which have no codes.
 */
export type SliceColumn = {
  values: readonly ExportValue[] | Float64Array;
  codes: Uint16Array | null;
  kinds: readonly ExportKind[] | null;
};

/** Rows of a table, by column. */
export type Slice = {
  table: number;
  size: number;
  columns: readonly SliceColumn[];
};

/** Encodes tables slice by slice, in order; each table has at least one slice, possibly empty. */
export type Encoder = { write: (slice: Slice) => void; finish: () => Blob };

/** A value with its kind as written: text has kind text in any column, empty values are null. */
export type ExportCell = { kind: ExportKind; value: ExportValue };

export function cellOf(
  { columns }: Slice,
  column: number,
  row: number,
  head: TableHead["columns"],
): ExportCell {
  const slice = columns[column];
  if (!slice) return { kind: "text", value: null };
  const { values, codes, kinds } = slice;
  const kind = kinds?.[row] ?? head[column]?.kind ?? "text";
  return plainOf(kind, values[codes ? (codes[row] ?? 0) : row] ?? null);
}

/** The distinct cells of a column with codes; null without codes. */
export function codedCells({ values, codes }: SliceColumn, kind: ExportKind): ExportCell[] | null {
  return codes && Array.from(values, (value) => plainOf(kind, value));
}

function plainOf(kind: ExportKind, value: ExportValue): ExportCell {
  if (typeof value === "string") return { kind: "text", value };
  return { kind, value: Number.isNaN(value) ? null : value };
}
