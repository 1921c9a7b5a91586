import type { RejectReason, TableNoteCode } from "#config/reading-codes.ts";

/** Where `RawRow.line` counts: physical lines of a text, rows of a sheet, or records of a JSON array. */
export type RowUnit = "line" | "row" | "record";

/**
 * One row under the header.
 * `cells` stand in the order of `RawTable.header` and may be fewer (the rest is null).
 * Texts are as they stand in the file: digits are never rounded, dates of a CSV are not touched. Blanks around
 * cells without quotes are cut. Empty cells and words for nothing (NULL, N/A, NaN, NaT, None, -, \N) are null.
 * Dates that the source types itself (XLSX) are ISO texts in UTC: `2026-10-01T09:30:00.000Z`.
 */
export type RawRow = { line: number; cells: readonly (string | null)[] };

/** `line` as in `RawRow`; `lines` is how many lines of the file are lost with it (1 unless said otherwise). */
export type RejectedRow = {
  line: number;
  lines: number;
  reason: RejectReason;
  /** Cells found, columns of the header; null where cells cannot be counted. */
  cells: number | null;
  columns: number | null;
};

/** Grows while batches are read, and starts again at 0 with each call of `batches()`. */
export type RejectedRows = {
  /** Exact, however many. */
  readonly count: number;
  /** Lines of the file that they take. */
  readonly lines: number;
  readonly byReason: Readonly<Partial<Record<RejectReason, RejectedAlike>>>;
  /** The first `MAX_REJECTED_KEPT` of them. */
  readonly first: readonly RejectedRow[];
};

export const MAX_REJECTED_KEPT = 100;

/** Rows that were rejected for one reason: how many, and the lines of the first ones as in `RawRow`. */
export type RejectedAlike = { count: number; lines: readonly number[] };

export type TableKind = "csv" | "json" | "json-lines" | "xlsx";

/** What the reader did that a person should know; a sentence is made from `code` and `params`. */
export type TableNote = { code: TableNoteCode; params: Readonly<Record<string, string | number>> };

export type RawTable = {
  /** `file.csv`, `archive.zip!entry.csv`; a sheet is `file.xlsx!Sheet 1`. */
  name: string;
  kind: TableKind;
  rowUnit: RowUnit;
  /**
   * Names as they stand, without blanks at the ends, breaks as one blank; each name once. JSON may append names
   * while batches are read, when a key first appears late: look at its length again after each batch.
   */
  readonly header: readonly string[];
  /** Line of the header; 0 where there is none (JSON). */
  headerLine: number;
  delimiter?: string;
  /** A label of the Encoding Standard: utf-8, utf-16le, utf-16be, windows-1252 … */
  encoding?: string;
  /**
   * Reads the file once, some thousand rows at a time; a second call reads it afresh. May throw
   * `UnreadableFileError`. Cells can be slices of a large text: copy what is kept for long.
   */
  batches(): AsyncIterable<readonly RawRow[]>;
  readonly rejected: RejectedRows;
  /** Complete once `batches()` has ended. */
  readonly notes: readonly TableNote[];
};

/** A Blob of the page or a file on disk. */
export type FileBytes = {
  name: string;
  /** In bytes. */
  size: number;
  /** The bytes from `start` up to and without `end` (default: all), in chunks of any size; can be called again. */
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>;
};

export type OpenOptions = {
  /**
   * How surely a row is a header: 0 is "not at all", else the more the better, e.g. the number of known names.
   * The best of the first rows is the header; where all are 0 the first row as wide as the table is.
   */
  headerScore(cells: readonly (string | null)[]): number;
  /** A label of the Encoding Standard that a person chose for texts without a BOM, e.g. `big5`. */
  encoding?: string;
  /** Unpacks gzip and raw deflate; Node passes its own, which is faster and checks sums. */
  unpack?: Unpack;
};

/** Chunks of packed bytes to chunks of plain bytes; throws when the bytes are damaged or end too early. */
export type Unpack = (
  packed: AsyncIterable<Uint8Array>,
  format: "gzip" | "deflate-raw",
) => AsyncIterable<Uint8Array>;

/** The tables of one file: several for an archive, else one. Throws `UnreadableFileError`. */
export type OpenTables = (file: FileBytes, options: OpenOptions) => Promise<readonly RawTable[]>;
