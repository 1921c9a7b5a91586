import { blobBytes } from "#files/blob-bytes.ts";
import { openTables } from "#files/decode/open-tables.ts";
import { plainColumnName } from "#files/formats/column-name.ts";
import type { Mapping } from "#files/formats/mapping.ts";
import { type SuggestedMapping, suggestMapping } from "#files/formats/suggest-mapping.ts";
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

/** More referrals than this are for the server. */
export const MAX_REFERRALS = 200_000;

/** What the reader has chosen; mappings by `headerKey`. */
export type ReadChoices = {
  dateOrder: DateOrder | null;
  mappings: Readonly<Record<string, Mapping>>;
};

/** How far the reading is: the file, its number from 1, and how much of it was read, 0 to 1. */
export type ReadProgress = { file: string; number: number; count: number; share: number };

export type UnknownTable = {
  name: string;
  key: string;
  /** All columns with their first values. */
  columns: readonly { name: string; values: readonly string[] }[];
  suggested: SuggestedMapping;
};

/** A file that gives no table, and why. */
export type FileFault = { code: UnreadableFileCode; params: UnreadableFileParams };

export type FilesRead = {
  staged: RecordColumns;
  /** Deal registrations: their ids and extra fields. */
  registered: readonly ImportedRecord[];
  tables: readonly TableReport[];
  unknown: readonly UnknownTable[];
  faults: readonly FileFault[];
  /** Files that hold the same as another one, which alone was read. */
  twice: readonly { file: string; same: string }[];
};

/** More referrals than a page can hold. */
export class TooManyReferralsError extends Error {}

/** A name for a header, equal for files of the same columns. */
export function headerKey(header: readonly string[]): string {
  return header.map(plainColumnName).join("|");
}

type Lists = Omit<FilesRead, "staged">;
type Reading = { [Key in keyof Lists]: Lists[Key][number][] };

/**
 * Reads all tables of these files.
 * @throws TooManyReferralsError beyond `MAX_REFERRALS`, and what `onProgress` throws to end it.
 */
export async function readFiles(
  files: readonly File[],
  choices: ReadChoices,
  onProgress: (progress: ReadProgress) => void,
): Promise<FilesRead> {
  const staged = growColumns();
  const reading: Reading = { registered: [], tables: [], unknown: [], faults: [], twice: [] };
  const { once, twice } = await withoutCopies(files);
  reading.twice = twice;
  for (const [index, file] of once.entries()) {
    const place = { file: file.name, number: index + 1, count: once.length };
    const bytes = withProgress(blobBytes(file, file.name), (share) => onProgress({ ...place, share }));
    try {
      for (const table of await tablesOf(bytes, choices)) await readTable(table, choices, reading, staged);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      reading.faults.push({ code: error.code, params: error.params });
    }
  }
  return { ...reading, staged: staged.columns() };
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
    flush: () => {
      if (staged.size() > MAX_REFERRALS) throw new TooManyReferralsError();
    },
  };
  const report = await importTable(table, plan, sink, options);
  reading.tables.push({ ...report, notes: [...report.notes] });
}

/** So many rows show what is in a column, and so many values are shown of it. */
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
    })),
    suggested: suggestMapping(columns),
  };
}

/** A file is looked at for its encoding, for its columns, and row by row. */
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

/** Of files with the same bytes only the first is read. */
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
    // A file that cannot be read is told so when it is its turn.
    return false;
  }
}
