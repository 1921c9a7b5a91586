import type { RejectReason, TableNoteCode } from "#config/reading-codes.ts";

/**
 * A row below the header. `line` counts physical lines of a text, rows of a sheet, or records of a JSON array. `cells`
 * are in the order of `RawTable.header` and may be fewer (the rest is null). Text is unchanged: digits are never rounded,
 * dates of a CSV not converted. Unquoted cells are trimmed. Empty cells and placeholders (NULL, N/A, NaN, NaT, None, -,
 * \N) are null. Typed dates (XLSX) are ISO strings in UTC: `2026-10-01T09:30:00.000Z`.
 */
export type RawRow = { line: number; cells: readonly (string | null)[] };

/** `line` as in `RawRow`; `lines` is how many lines are lost with it (default 1). */
export type RejectedRow = {
  line: number;
  lines: number;
  reason: RejectReason;
  /** Cells found, columns of the header; null where they cannot be counted. */
  cells: number | null;
  columns: number | null;
};

/** Grows while batches are read; every call of `batches()` starts again at 0. */
export type RejectedRows = {
  /** Exact, however many. */
  readonly count: number;
  /** Number of lines they span. */
  readonly lines: number;
  readonly byReason: Readonly<Partial<Record<RejectReason, RejectedAlike>>>;
  /** The first `MAX_REJECTED_KEPT`. */
  readonly first: readonly RejectedRow[];
};

export const MAX_REJECTED_KEPT = 100;

/** Rows rejected for one reason: their number, and the first line numbers as in `RawRow`. */
export type RejectedAlike = { count: number; lines: readonly number[] };

/** What the reader did that users should know; `code` and `params` make a sentence. */
export type TableNote = { code: TableNoteCode; params: Readonly<Record<string, string | number>> };

export type RawTable = {
  /** `file.csv`, `archive.zip!entry.csv`; a sheet is `file.xlsx!Sheet 1`. */
  name: string;
  /**
   * Names as written, trimmed, line breaks as a space, without repeats. JSON may append names while batches are read:
   * check the length again after each batch.
   */
  readonly header: readonly string[];
  /** Numbers of the file are no texts (JSON, Parquet, XLSX): a point in them is the decimal one. */
  readonly isTyped?: boolean;
  /**
   * Reads the file once, some thousand rows at a time; a second call reads it again. May throw `UnreadableFileError`.
   * Cells may be slices of a large string: copy what is kept.
   */
  batches(): AsyncIterable<readonly RawRow[]>;
  readonly rejected: RejectedRows;
  /** Complete once `batches()` has ended. */
  readonly notes: readonly TableNote[];
};

/** A Blob or a file on disk. */
export type FileBytes = {
  name: string;
  /** In bytes. */
  size: number;
  /** The bytes from `start` to `end`, exclusive (default: all), in chunks of any size; can be called again. */
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>;
};

export type OpenOptions = {
  /**
   * How likely a row is a header, e.g. the number of known names; 0 for none. The best of the first rows is the header;
   * if all are 0, the first row of the table's width.
   */
  headerScore(cells: readonly (string | null)[]): number;
  /** Encoding chosen by the user for texts without a BOM, a label of the Encoding Standard such as `big5`. */
  encoding?: string;
  /** Decompresses gzip and raw deflate; Node passes its own, which is faster and verifies checksums. */
  unpack?: Unpack;
};

/** Decompresses chunks; throws for damaged or truncated data. */
export type Unpack = (
  packed: AsyncIterable<Uint8Array>,
  format: "gzip" | "deflate-raw",
) => AsyncIterable<Uint8Array>;

/** The tables of a file: several for an archive, else one. Throws `UnreadableFileError`. */
export type OpenTables = (file: FileBytes, options: OpenOptions) => Promise<readonly RawTable[]>;
