import type { FileBytes, OpenOptions, RawTable, TableNote } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";
import { chooseHeader, commonWidth, type HeaderScore } from "./choose-header.ts";
import type { Dialect } from "./csv-quoted.ts";
import { CsvScanner, type ScannedRecord } from "./csv-scanner.ts";
import { HEAD_LENGTH, HEADER_ROWS, MAX_COLUMNS, MAX_LINE } from "./limits.ts";
import { readHead } from "./read-parts.ts";
import { RowFilter } from "./row-filter.ts";
import { RowWidth } from "./row-width.ts";
import { TableColumns } from "./table-columns.ts";
import { inBatches, tableOfBatches } from "./table-of-batches.ts";
import { decodeText, notesOfEncoding, type TextEncoding } from "./text-encoding.ts";

const DELIMITERS = [",", ";", "\t", "|"];
/** Means "no delimiter": text never contains this character. */
const NO_DELIMITER = "\0";
const SAMPLE_LENGTH = 128 * 1024;

/** The first records of a text, read with a dialect. */
type CsvHead = {
  dialect: Dialect;
  /** Without a `sep=` line. */
  records: readonly ScannedRecord[];
  /** Index of the header among them; -1 for none. */
  header: number;
};

/**
 * Chooses the delimiter with the best recognised header, then the one that splits the records most evenly. A line
 * `sep=;`, as in Excel, decides.
 */
function chooseDialect(head: string, isAll: boolean, score: HeaderScore): CsvHead {
  const lineEnd = lineEndOf(head);
  const declared = /^"?sep=(.)"?[ \t]*[\r\n]/i.exec(head.slice(0, 20))?.[1];
  const candidates = declared === undefined ? DELIMITERS : [declared];
  // The header may be longer than the sample.
  const sample = head.slice(0, SAMPLE_LENGTH).includes(lineEnd) ? head.slice(0, SAMPLE_LENGTH) : head;
  const isWhole = isAll && sample.length === head.length;
  const tried = candidates.map((delimiter) => {
    const dialect = { delimiter, lineEnd, columns: 0 };
    const records = scanHead(sample, isWhole, dialect, declared !== undefined);
    const header = chooseHeader(records.slice(0, HEADER_ROWS), score);
    const { width, share } = commonWidth(records);
    return { dialect, header, width, share };
  });
  const best = tried.reduce((first, second) => (isBetter(second, first) ? second : first));
  const isTable = declared !== undefined || best.header.score > 0 || (best.width > 1 && best.share >= 0.5);
  const dialect = isTable ? best.dialect : { delimiter: NO_DELIMITER, lineEnd, columns: 0 };
  const records = scanHead(head, isAll, dialect, declared !== undefined);
  const header = chooseHeader(records.slice(0, HEADER_ROWS), score).index;
  const columns = records[header]?.cells.length ?? 0;
  return { dialect: { ...dialect, columns }, records, header };
}

type Tried = { header: { score: number }; width: number; share: number };

function isBetter(one: Tried, other: Tried): boolean {
  if (one.header.score !== other.header.score) return one.header.score > other.header.score;
  if (one.share !== other.share) return one.share > other.share;
  return one.width > other.width;
}

function scanHead(head: string, isAll: boolean, dialect: Dialect, isDeclared: boolean): ScannedRecord[] {
  const scanner = new CsvScanner(dialect);
  const records = scanner.feed(head);
  if (isAll) records.push(...scanner.end());
  return isDeclared ? records.slice(1) : records;
}

/** The first line end outside quotes; a CR alone counts only if there is no LF. */
function lineEndOf(head: string): Dialect["lineEnd"] {
  let isQuoted = false;
  for (let at = 0; at < head.length; at++) {
    const character = head[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "\n") return "\n";
    else if (character === "\r") return head[at + 1] === "\n" ? "\n" : "\r";
  }
  return "\n";
}

/**
 * A delimited text as a table; reads only its beginning. `isInside`: in an archive. Throws `UnreadableFileError` without
 * a header.
 */
export async function openCsv(
  file: FileBytes,
  encoding: TextEncoding,
  { headerScore, isInside = false }: OpenOptions & { isInside?: boolean },
): Promise<RawTable> {
  const { text, isAll } = await readHead(decodeText(file, encoding.label), HEAD_LENGTH, MAX_LINE);
  if (text.trim() === "") throw new UnreadableFileError("empty", { file: file.name });
  const head = chooseDialect(text, isAll, (cells) => headerScore(cells));
  const header = head.records[head.header];
  checkHead(file, text, head, header);
  if (!header || head.dialect.delimiter === NO_DELIMITER || (isInside && isProse(file, head, headerScore)))
    throw new UnreadableFileError("no-table", { file: file.name });
  const columns = new TableColumns(header.cells);
  const below = head.records.slice(head.header + 1).filter(({ fault }) => fault === null);
  const width = new RowWidth(
    below.map(({ cells }) => cells),
    header.cells.length,
  );
  return csvTable({ file, encoding, head, header, columns, width });
}

/** A text beside the tables of an archive, such as a readme: nobody named it, so nobody is asked for its columns. */
function isProse({ name }: FileBytes, { records, header }: CsvHead, score: HeaderScore): boolean {
  const [first, ...rows] = records.slice(header);
  if (first === undefined || score(first.cells) > 0) return false;
  return rows.length === 0 || (!/\.(csv|tsv|tab)$/i.test(name) && commonWidth([first, ...rows]).share < 1);
}

/** Throws a specific error for a missing header, if there is a better one than "no table". */
function checkHead(
  { name: file }: FileBytes,
  text: string,
  { records, dialect }: CsvHead,
  header: ScannedRecord | undefined,
): void {
  if (text.includes("\0")) throw new UnreadableFileError("not-text", { file });
  const isEndless =
    !header && text.length > MAX_LINE && records.every(({ fault }) => fault === "line-too-long");
  if (!header && !isEndless) return;
  const width = header?.cells.length ?? text.split(dialect.delimiter).length;
  if (width > MAX_COLUMNS)
    throw new UnreadableFileError("too-many-columns", { file, columns: width, max: MAX_COLUMNS });
  if (isEndless)
    throw new UnreadableFileError("line-too-long", { file, line: 1, megabytes: MAX_LINE / 1024 ** 2 });
}

type Opened = {
  file: FileBytes;
  encoding: TextEncoding;
  head: CsvHead;
  header: ScannedRecord;
  columns: TableColumns;
  width: RowWidth;
};

function csvTable({ file, encoding, head, header, columns, width }: Opened): RawTable {
  const start = notesOfStart(encoding, head);
  const about = { name: file.name, header: columns.names };
  return tableOfBatches(about, start, async function* (rejected) {
    columns.clear();
    const filter = new RowFilter(columns, width, rejected);
    yield* inBatches(scan(file, encoding, head), (record, batch) => {
      if (record.line > header.line) filter.take(record, batch);
    });
    return [...start, ...filter.notes()];
  });
}

async function* scan(file: FileBytes, encoding: TextEncoding, { dialect }: CsvHead) {
  const scanner = new CsvScanner(dialect);
  for await (const text of decodeText(file, encoding.label)) yield scanner.feed(text);
  yield scanner.end();
}

function notesOfStart(encoding: TextEncoding, { header }: CsvHead): TableNote[] {
  const notes = notesOfEncoding(encoding);
  if (header > 0) notes.push({ code: "title-lines", params: { count: header } });
  return notes;
}
