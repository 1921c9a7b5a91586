import { subset, superset } from "d3-array";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Sheet, SheetFilterInfo } from "hucre";
import { type CellValue, readXlsx } from "hucre/xlsx";
import type { FileBytes, OpenOptions, RawRow, RawTable, TableNote } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";
import { chooseHeader, filled as filledCells } from "./choose-header.ts";
import { withoutEmptyValue } from "./empty-value.ts";
import { BATCH_ROWS, HEADER_ROWS } from "./limits.ts";
import { joinBytes } from "./read-parts.ts";
import { RowFilter } from "./row-filter.ts";
import { TableColumns } from "./table-columns.ts";
import { tableOfBatches } from "./table-of-batches.ts";

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const READINGS = /<((?:\w+:)?rPh)\b[^>]*?(?:\/>|>.*?<\/\1>)/gs;

/** Removes phonetic readings of inline texts, which hucre 1.0.0 appends to the text. ECMA-376 part 1, 18.4.6 */
function withoutReadings(workbook: Uint8Array): Uint8Array {
  const sheets = unzipSync(workbook, { filter: ({ name }) => SHEET.test(name) });
  const withSome = Object.entries(sheets).filter(([, bytes]) => hasReading(bytes));
  if (withSome.length === 0) return workbook;
  const plain = withSome.map(([name, bytes]) => [name, strToU8(strFromU8(bytes).replaceAll(READINGS, ""))]);
  return zipSync({ ...unzipSync(workbook), ...Object.fromEntries(plain) }, { level: 0 });
}

const [R, P, H, OPEN, COLON] = [..."rPh<:"].map((letter) => letter.charCodeAt(0));

/** Whether there is such a tag; searches bytes, because almost no workbook has any. */
function hasReading(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(P as number); at !== -1; at = bytes.indexOf(P as number, at + 1)) {
    const before = bytes[at - 2];
    if (bytes[at - 1] === R && bytes[at + 1] === H && (before === OPEN || before === COLON)) return true;
  }
  return false;
}

const ERROR =
  /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/;
/** Earlier days are times of day: Excel counts them from the last day of 1899. */
const FIRST_DAY = Date.UTC(1900, 0, 1);

/** The text of a cell: dates in ISO format, UTC; numbers as Excel shows them without a format. */
function textOfCell(value: CellValue): string | null {
  if (value === null) return null;
  if (typeof value === "string") return ERROR.test(value) ? null : withoutEmptyValue(value);
  if (typeof value === "number") return textOfNumber(value);
  return value instanceof Date ? textOfDate(value) : String(value);
}

/**
 * An integer above 2^53 has lost digits already in the workbook: it is written as 1.61052160414369E+18, so that it is
 * not taken for an id.
 */
function textOfNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return value.toExponential(14).replace("e", "E");
  return String(Number(value.toPrecision(15)));
}

function textOfDate(date: Date): string | null {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  const text = new Date(time).toISOString();
  return time < FIRST_DAY ? text.slice(11, 19) : text;
}

type Cells = readonly (string | null)[];
/** `index` in the workbook; `header` among the rows, -1 for none. */
type Choice = {
  sheet: string;
  index: number;
  header: number;
  score: number;
  cells: Cells;
  hasRows: boolean;
};

function columnNames({ cells }: Choice): Set<string> {
  return new Set(cells.flatMap((cell) => cell?.trim().toLowerCase() || []));
}

/**
 * The first visible sheet with a recognised header, else with any header, and those with its columns: some people keep a
 * sheet per month. Holds the workbook in memory while opening and reading.
 */
export async function openXlsx(file: FileBytes, { headerScore }: OpenOptions): Promise<readonly RawTable[]> {
  const hidden = new Set<string>();
  const heads = await readSheets(
    file,
    ({ name, isHidden }) => {
      if (isHidden) hidden.add(name);
      return !isHidden;
    },
    HEADER_ROWS,
  );
  const filled = heads.filter(({ sheet }) => sheet.rows.some((row) => row.some((cell) => cell !== null)));
  if (filled.length === 0) throw new UnreadableFileError("no-worksheet", { file: file.name });
  const choices = filled.map((head) => choiceOf(head, headerScore));
  const first = choices.find(({ score }) => score > 0) ?? choices.find(({ header }) => header !== -1);
  if (!first) throw new UnreadableFileError("no-table", { file: file.name });
  const alike = choices.filter((choice) => choice === first || hasColumnsOf(choice, first));
  const others = choices.filter((choice) => !alike.includes(choice));
  // An empty sheet, such as next month's, would count as a table that has all its columns.
  const read = alike.filter((choice) => choice === first || choice.hasRows);
  const notes: TableNote[] = [];
  if (others.length > 0) notes.push({ code: "sheet-chosen", params: { others: namesOf(others) } });
  if (hidden.size > 0) notes.push({ code: "hidden-sheets", params: { sheets: [...hidden].join(", ") } });
  return read.map((choice) => xlsxTable(file, choice, choice === first ? notes : []));
}

type Head = { sheet: Sheet; index: number };

const namesOf = (choices: readonly Choice[]) => choices.map(({ sheet }) => sheet).join(", ");

function choiceOf({ sheet, index }: Head, headerScore: OpenOptions["headerScore"]): Choice {
  const rows = sheet.rows.map((row) => ({ cells: row.map(textOfCell) }));
  const { index: header, score } = chooseHeader(rows, headerScore);
  const hasRows = rows.slice(header + 1).some(({ cells }) => filledCells(cells) > 0);
  return { sheet: sheet.name, index, header, score, cells: rows[header]?.cells ?? [], hasRows };
}

/** With so many known columns, one more or less makes no other table. */
const MANY_KNOWN = 4;

/** Whether sheets have the same columns in any order; of a known format, one may have more, such as remarks. */
function hasColumnsOf(one: Choice, other: Choice): boolean {
  if (one.header === -1 || one.score !== other.score) return false;
  const [names, others] = [columnNames(one), columnNames(other)];
  const [hasAll, isPart] = [superset(names, others), subset(names, others)];
  return one.score >= MANY_KNOWN ? hasAll || isPart : hasAll && isPart;
}

function xlsxTable(
  file: FileBytes,
  { sheet, index, header, cells }: Choice,
  start: readonly TableNote[],
): RawTable {
  const columns = new TableColumns(cells);
  const about = { name: `${file.name}!${sheet}`, header: columns.names, isTyped: true };
  return tableOfBatches(about, start, async function* (rejected) {
    columns.clear();
    const filter = new RowFilter(columns, null, rejected);
    const [read] = await readSheets(file, (info) => info.index === index);
    const rows = read?.sheet.rows ?? [];
    for (let from = header + 1; from < rows.length; from += BATCH_ROWS) {
      const batch: RawRow[] = [];
      for (const [offset, row] of rows.slice(from, from + BATCH_ROWS).entries()) {
        const found = { line: from + offset + 1, lines: 1, fault: null, isEnded: true };
        filter.take({ ...found, cells: row.map(textOfCell) }, batch);
      }
      if (batch.length > 0) yield batch;
    }
    return [...start, ...titleNote(read?.sheet, header), ...filter.notes(), ...formulaNote(read?.sheet)];
  });
}

function titleNote(sheet: Sheet | undefined, header: number): TableNote[] {
  const above = sheet?.rows.slice(0, header).filter((row) => row.some((cell) => cell !== null)) ?? [];
  return above.length === 0 ? [] : [{ code: "title-lines", params: { count: above.length } }];
}

function formulaNote(sheet: Sheet | undefined): TableNote[] {
  const cells = [...(sheet?.cells?.values() ?? [])];
  const count = cells.filter(({ type, value }) => type === "formula" && value === null).length;
  return count === 0 ? [] : [{ code: "uncalculated-formulas", params: { count } }];
}

type SheetInfo = { name: string; index: number; isHidden: boolean };

/** The wanted sheets with their indexes in the workbook. */
async function readSheets(
  file: FileBytes,
  wants: (info: SheetInfo) => boolean,
  maxRows?: number,
): Promise<Head[]> {
  const parts: Uint8Array[] = [];
  for await (const bytes of file.stream()) parts.push(bytes);
  const options = maxRows === undefined ? {} : { maxRows };
  try {
    return await readWorksheets(withoutReadings(joinBytes(parts)), wants, options);
  } catch (cause) {
    throw new UnreadableFileError("damaged-workbook", { file: file.name }, { cause });
  }
}

/** hucre 1.0.0 rejects a whole workbook for one sheet with a chart and no cells. */
const NO_WORKSHEET = /missing worksheet file for sheet "(.*)"/;

async function readWorksheets(
  workbook: Uint8Array,
  wants: (info: SheetInfo) => boolean,
  options: { maxRows?: number },
): Promise<Head[]> {
  const charts = new Set<string>();
  for (;;) {
    const wanted: number[] = [];
    const isWanted = ({ name, hidden, veryHidden }: SheetFilterInfo, index: number) => {
      if (charts.has(name) || !wants({ name, index, isHidden: hidden === true || veryHidden === true }))
        return false;
      wanted.push(index);
      return true;
    };
    try {
      const { sheets } = await readXlsx(workbook, { ...options, sheets: isWanted });
      return sheets.map((sheet, place) => ({ sheet, index: wanted[place] ?? place }));
    } catch (error) {
      const chart = NO_WORKSHEET.exec(error instanceof Error ? error.message : "")?.[1];
      if (chart === undefined || charts.has(chart)) throw error;
      charts.add(chart);
    }
  }
}
