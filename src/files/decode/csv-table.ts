import type { FileBytes, OpenOptions, RawTable, TableNote } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { type CsvHead, chooseDialect, NO_DELIMITER } from "./csv-dialect.ts";
import { CsvScanner, type ScannedRecord } from "./csv-scanner.ts";
import { HEAD_LENGTH, MAX_COLUMNS, MAX_LINE } from "./limits.ts";
import { readHead } from "./read-parts.ts";
import { RowFilter } from "./row-filter.ts";
import { RowWidth } from "./row-width.ts";
import { TableColumns } from "./table-columns.ts";
import { inBatches, tableOfBatches } from "./table-of-batches.ts";
import { decodeText, notesOfEncoding, type TextEncoding } from "./text-encoding.ts";

/** A delimited text as a table; reads only its beginning. Throws `UnreadableFileError` without a header. */
export async function openCsv(
  file: FileBytes,
  encoding: TextEncoding,
  { headerScore }: OpenOptions,
): Promise<RawTable> {
  const { text, isAll } = await readHead(decodeText(file, encoding.label), HEAD_LENGTH, MAX_LINE);
  if (text.trim() === "") throw new UnreadableFileError("empty", { file: file.name });
  const head = chooseDialect(text, isAll, (cells) => headerScore(cells));
  const header = head.records[head.header];
  checkHead(file, text, head, header);
  if (!header || head.dialect.delimiter === NO_DELIMITER)
    throw new UnreadableFileError("no-table", { file: file.name });
  const columns = new TableColumns(header.cells);
  const below = head.records.slice(head.header + 1).filter(({ fault }) => fault === null);
  const width = new RowWidth(
    below.map(({ cells }) => cells),
    header.cells.length,
  );
  return csvTable({ file, encoding, head, header, columns, width });
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
  const about = {
    name: file.name,
    kind: "csv",
    rowUnit: "line",
    header: columns.names,
    headerLine: header.line,
    delimiter: head.dialect.delimiter,
    encoding: encoding.label,
  } as const;
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
