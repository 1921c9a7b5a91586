import { blobBytes } from "#files/blob-bytes.ts";
import { openTables } from "#files/decode/open-tables.ts";
import { plainColumnName } from "#files/formats/format.ts";
import type { Mapping } from "#files/formats/mapping.ts";
import { type SuggestedMapping, strangeWords, suggestMapping } from "#files/formats/suggest-mapping.ts";
import type { TableReport } from "#files/import/import-report.ts";
import { type ImportOptions, importTable, planFor, scoreOf } from "#files/import/import-table.ts";
import type { FileBytes, RawTable } from "#files/raw-table.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import {
  type UnreadableFileCode,
  UnreadableFileError,
  type UnreadableFileParams,
} from "#files/unreadable-file.ts";
import type { DateOrder } from "#files/values/date-text.ts";
import { growColumns, type RecordColumns } from "./record-columns.ts";

/** Larger files need the server. */
export const MAX_REFERRALS = 200_000;

/** Choices of the user; mappings by `headerKey`. */
export type ReadChoices = {
  dateOrder: DateOrder | null;
  mappings: Readonly<Record<string, Mapping>>;
};

/** Progress: file, its number from 1, and the part read, 0 to 1. */
export type ReadProgress = { file: string; number: number; count: number; share: number };

export type UnknownTable = {
  name: string;
  key: string;
  /** All columns with sample values, and the words of each that are no status, should it be the status. */
  columns: readonly { name: string; values: readonly string[]; words: readonly string[] }[];
  suggested: SuggestedMapping;
};

/** Why a file contains no table. */
export type FileFault = { code: UnreadableFileCode; params: UnreadableFileParams };

export type FilesRead = {
  staged: RecordColumns;
  /** Deal registrations: their ids and additional fields. */
  registered: readonly ImportedRecord[];
  tables: readonly TableReport[];
  unknown: readonly UnknownTable[];
  faults: readonly FileFault[];
  /** Duplicate files, of which only one was read. */
  twice: readonly { file: string; same: string }[];
  /** When the newest file was written (ms since 1970 UTC). */
  written: number;
};

export class TooManyReferralsError extends Error {}

/** A key that is equal for files with the same columns. */
export function headerKey(header: readonly string[]): string {
  return header.map(plainColumnName).join("|");
}

type Lists = Omit<FilesRead, "staged" | "written">;
type Reading = { [Key in keyof Lists]: Lists[Key][number][] };

/**
 * Reads all tables of these files.
 * @throws TooManyReferralsError beyond `most` referrals, and what `onProgress` throws to cancel
 */
export async function readFiles(
  files: readonly File[],
  choices: ReadChoices,
  onProgress: (progress: ReadProgress) => void,
  most: number,
): Promise<FilesRead> {
  const staged = growColumns();
  const flush = () => {
    if (staged.size() > most) throw new TooManyReferralsError();
  };
  const reading: Reading = { registered: [], tables: [], unknown: [], faults: [], twice: [] };
  const { once, twice } = await withoutCopies(files);
  reading.twice = twice;
  for (const [index, file] of once.entries()) {
    const place = { file: file.name, number: index + 1, count: once.length };
    const bytes = withProgress(blobBytes(file, file.name), (share) => onProgress({ ...place, share }));
    try {
      for (const table of await tablesOf(bytes, choices))
        await readTable(table, choices, reading, staged, flush);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      reading.faults.push({ code: error.code, params: error.params });
    }
  }
  return {
    ...reading,
    staged: staged.columns(),
    written: Math.max(...files.map((file) => file.lastModified)),
  };
}

function tablesOf(file: FileBytes, { mappings }: ReadChoices): Promise<readonly RawTable[]> {
  const all = [null, ...Object.values(mappings)];
  return openTables(file, { headerScore: (cells) => Math.max(...all.map((one) => scoreOf(cells, one))) });
}

async function readTable(
  table: RawTable,
  { dateOrder, mappings }: ReadChoices,
  reading: Reading,
  staged: ReturnType<typeof growColumns>,
  flush: () => void,
): Promise<void> {
  const mapping = mappings[headerKey(table.header)] ?? null;
  const plan = planFor(table, mapping);
  if (plan === null) {
    reading.unknown.push(await unknownTable(table));
    return;
  }
  const options: ImportOptions = { dateOrder, mapping, now: Date.now() };
  const sink = {
    referral: staged.append,
    registration: (record: ImportedRecord) => void reading.registered.push(record),
    flush,
  };
  const report = await importTable(table, plan, sink, options);
  reading.tables.push({ ...report, notes: [...report.notes] });
}

/** Rows sampled per table; below, sample values shown per column. */
const SAMPLE_ROWS = 1000;
const SAMPLE_VALUES = 3;

async function unknownTable(table: RawTable): Promise<UnknownTable> {
  const rows: (readonly (string | null)[])[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.map(({ cells }) => cells));
    if (rows.length >= SAMPLE_ROWS) break;
  }
  const columns = table.header.map((name, place) => ({
    name,
    values: rows.slice(0, SAMPLE_ROWS).flatMap((cells) => cells[place] ?? []),
  }));
  return {
    name: table.name,
    key: headerKey(table.header),
    columns: columns.map(({ name, values }) => ({
      name,
      values: [...new Set(values)].slice(0, SAMPLE_VALUES),
      words: strangeWords(values),
    })),
    suggested: suggestMapping(columns),
  };
}

/** A file is read three times: for its encoding, its columns and its rows. */
const PASSES = 3;

function withProgress(file: FileBytes, say: (share: number) => void): FileBytes {
  let read = 0;
  return {
    ...file,
    async *stream(start, end) {
      for await (const bytes of file.stream(start, end)) {
        read += bytes.length;
        say(Math.min(1, read / (PASSES * file.size)));
        yield bytes;
      }
    },
  };
}

type Copies = { once: File[]; twice: { file: string; same: string }[] };

/** Drops files with equal bytes, keeping the first. */
async function withoutCopies(files: readonly File[]): Promise<Copies> {
  const copies: Copies = { once: [], twice: [] };
  for (const file of files) {
    const candidates = copies.once.filter(({ size }) => size === file.size && size > 0);
    let same: File | null = null;
    for (const other of candidates) if (same === null && (await haveSameBytes(file, other))) same = other;
    if (same === null) copies.once.push(file);
    else copies.twice.push({ file: file.name, same: same.name });
  }
  return copies;
}

async function haveSameBytes(one: File, other: File): Promise<boolean> {
  const others = blobBytes(other, other.name).stream()[Symbol.asyncIterator]();
  try {
    for await (const bytes of blobBytes(one, one.name).stream()) {
      const { value } = await others.next();
      if (value === undefined || bytes.some((byte, at) => byte !== value[at])) return false;
    }
    return true;
  } catch {
    // An unreadable file is reported when it is read.
    return false;
  }
}
