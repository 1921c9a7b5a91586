import type { CsvRegion } from "./csv-region.ts";

/**
 * What a value is: a text; a count or another number; a share from 0 to 1; a day or an instant (ms since 1970 UTC);
 * a length of time (ms).
 */
export type ExportKind = "text" | "count" | "number" | "share" | "date" | "dateTime" | "duration";

/** Null, and NaN, where there is nothing. A text may stand in a column of any kind. */
export type ExportValue = string | number | null;

/** A column of a table that is taken away. */
export type ExportColumn = {
  name: string;
  kind: ExportKind;
  /** The value of a row, counted from 0; asked once for each row, from the first to the last. */
  read: (row: number) => ExportValue;
  /** What the value of a row is, where the column mixes kinds. */
  kindAt?: (row: number) => ExportKind;
};

/** A table that is taken away: its rows are read one by one, so that many of them need no objects. */
export type ExportTable = { title: string; size: number; columns: readonly ExportColumn[] };

/** Something that is said about the tables: selection, definitions, time of the data, completeness, address. */
export type AboutLine = { name: string; text: string };

export type ExportAbout = {
  /** What the sheet that says all this is called. */
  title: string;
  lines: readonly AboutLine[];
};

/**
 * As which file the tables are written. A CSV for Excel has the marks of a region and begins with a byte order mark; what
 * is said about the tables may stand above them.
 */
export type ExportFormat =
  | { kind: "csv"; region: CsvRegion | null; notes: boolean }
  | { kind: "tsv" }
  | { kind: "xlsx" };

/** A table as its head is written. */
export type TableHead = { title: string; columns: readonly { name: string; kind: ExportKind }[] };

/**
 * Some rows of a column: the value of each row, or, with `codes`, each value once and the place of that of each row.
 * `kinds` of the rows where the column mixes them; a column of mixed kinds has no codes.
 */
export type SliceColumn = {
  values: readonly ExportValue[] | Float64Array;
  codes: Uint16Array | null;
  kinds: readonly ExportKind[] | null;
};

/** Some rows of a table, column by column. */
export type Slice = {
  /** Which table, from 0. */
  table: number;
  size: number;
  columns: readonly SliceColumn[];
};

/** Writes tables, slice by slice in their order: each table has at least one slice, which may be empty. */
export type Encoder = { write: (slice: Slice) => void; finish: () => Blob };

/** A value and its kind, as both are written: a text is a text in any column, and what is not there is null. */
export type ExportCell = { kind: ExportKind; value: ExportValue };

/** The cell of a slice. */
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

/** Every value that a coded column holds, once; null for a column without codes. */
export function codedCells({ values, codes }: SliceColumn, kind: ExportKind): ExportCell[] | null {
  return codes && Array.from(values, (value) => plainOf(kind, value));
}

function plainOf(kind: ExportKind, value: ExportValue): ExportCell {
  if (typeof value === "string") return { kind: "text", value };
  return { kind, value: Number.isNaN(value) ? null : value };
}
