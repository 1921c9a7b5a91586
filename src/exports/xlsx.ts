import { strToU8, Zip, ZipDeflate } from "fflate";
import {
  type AboutLine,
  cellOf,
  type Encoder,
  type ExportAbout,
  type ExportKind,
  type Slice,
  type TableHead,
} from "./export-table.ts";
import { columnLetters, STYLE, type TextPlace, textCell, textItem, xlsxCell } from "./xlsx-cell.ts";
import {
  sheetNames,
  TEXTS_END,
  TEXTS_PATH,
  TEXTS_START,
  WORKSHEET_START,
  workbookParts,
} from "./xlsx-parts.ts";

/** Column widths in characters. */
const NARROWEST = 8;
const WIDEST = 60;
/** Rows of the first slice that column widths are estimated from. */
const LOOKED_AT = 200;

const USUAL: Partial<Record<ExportKind, number>> = { date: 11, dateTime: 20, duration: 10, share: 10 };

/** The start of a sheet: a frozen, bold head row and column widths. */
function sheetStart(head: TableHead["columns"], first: Slice, placeOf: TextPlace): string {
  const widths = head.map((_, column) => widthOf(head, column, first));
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const names = head.map(({ name }, at) => textCell(`${columnLetters(at)}1`, name, STYLE.head, placeOf));
  return `${WORKSHEET_START}${pane}<cols>${cols.join("")}</cols><sheetData><row r="1">${names.join("")}</row>`;
}

function widthOf(head: TableHead["columns"], column: number, first: Slice): number {
  const { name = "", kind = "text" } = head[column] ?? {};
  let widest = Math.max(name.length + 3, USUAL[kind] ?? 0);
  for (let row = 0; row < Math.min(first.size, LOOKED_AT); row++) {
    const { value } = cellOf(first, column, row, head);
    if (typeof value === "string") widest = Math.max(widest, value.length + 1);
  }
  return Math.min(Math.max(widest, NARROWEST), WIDEST);
}

/** Rows of a sheet, following `before` rows. */
function sheetRows(slice: Slice, head: TableHead["columns"], before: number, placeOf: TextPlace): string {
  const letters = head.map((_, at) => columnLetters(at));
  const parts: string[] = [];
  for (let row = 0; row < slice.size; row++) {
    const line = before + row + 2;
    parts.push(`<row r="${line}">`);
    for (let column = 0; column < head.length; column++)
      parts.push(xlsxCell(`${letters[column]}${line}`, cellOf(slice, column, row, head), placeOf));
    parts.push("</row>");
  }
  return parts.join("");
}

/** The range of a sheet including its head; null without columns. */
function rangeOf(columns: number, rows: number): string | null {
  return columns > 0 ? `A1:${columnLetters(columns - 1)}${Math.max(rows, 1) + 1}` : null;
}

/** The end of a sheet, with an auto-filter on a range. */
function sheetEnd(range: string | null): string {
  return `</sheetData>${range === null ? "" : `<autoFilter ref="${range}"/>`}</worksheet>`;
}

/** The sheet with the notes: name and text per row. */
function aboutSheet(lines: readonly AboutLine[], placeOf: TextPlace): string {
  const rows = lines.map(({ name, text }, at) => {
    const row = at + 1;
    return `<row r="${row}">${textCell(`A${row}`, name, STYLE.head, placeOf)}${textCell(`B${row}`, text, STYLE.wrapped, placeOf)}</row>`;
  });
  return `${WORKSHEET_START}<cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Sheets have 1,048,576 rows, including the head. */
const MAX_ROWS = 1_048_575;

/** Fast compression: the default level takes a third longer to save a fifth. */
const LEVEL = 2;

/** Encodes a workbook: a sheet per table (several if it has too many rows), and one with the notes. */
export function createXlsxEncoder(heads: readonly TableHead[], about: ExportAbout, most = MAX_ROWS): Encoder {
  const archive = createArchive();
  const texts = createTexts();
  const titles: string[] = [];
  const filters: (string | null)[] = [];
  let sheet: { table: number; rows: number; file: ZipDeflate } | null = null;

  const headOf = (table: number) => heads[table]?.columns ?? [];

  function closeSheet(): void {
    if (sheet === null) return;
    const range = rangeOf(headOf(sheet.table).length, sheet.rows);
    sheet.file.push(strToU8(sheetEnd(range)), true);
    filters.push(range);
    sheet = null;
  }

  function sheetFor(slice: Slice): { table: number; rows: number; file: ZipDeflate } {
    if (sheet !== null && sheet.table === slice.table && sheet.rows < most) return sheet;
    closeSheet();
    titles.push(heads[slice.table]?.title ?? "");
    const file = archive.open(`xl/worksheets/sheet${titles.length}.xml`);
    file.push(strToU8(sheetStart(headOf(slice.table), slice, texts.placeOf)));
    sheet = { table: slice.table, rows: 0, file };
    return sheet;
  }

  function write(slice: Slice): void {
    const open = sheetFor(slice);
    const room = most - open.rows;
    const fitting = slice.size > room ? partOf(slice, 0, room) : slice;
    open.file.push(strToU8(sheetRows(fitting, headOf(slice.table), open.rows, texts.placeOf)));
    open.rows += fitting.size;
    if (slice.size > room) write(partOf(slice, room, slice.size));
  }

  return {
    write,
    finish() {
      closeSheet();
      const names = sheetNames([about.title, ...titles]);
      archive.add(`xl/worksheets/sheet${titles.length + 1}.xml`, aboutSheet(about.lines, texts.placeOf));
      const [aboutName = "", ...own] = names;
      const sheets = own.map((name, at) => ({ name, filter: filters[at] ?? null }));
      const parts = workbookParts([...sheets, { name: aboutName, filter: null }]);
      for (const [path, text] of Object.entries(parts)) archive.add(path, text);
      texts.writeTo(archive.open(TEXTS_PATH));
      return archive.finish();
    },
  };
}

function partOf({ table, columns }: Slice, from: number, to: number): Slice {
  return {
    table,
    size: to - from,
    columns: columns.map(({ values, codes, kinds }) => ({
      values: codes ? values : values.slice(from, to),
      codes: codes?.slice(from, to) ?? null,
      kinds: kinds?.slice(from, to) ?? null,
    })),
  };
}

/** Shared strings per compressed chunk. */
const TEXTS_AT_ONCE = 5000;

/** The shared strings of a workbook, without repeats. */
function createTexts() {
  const places = new Map<string, number>();
  const placeOf = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const writeTo = (file: ZipDeflate) => {
    file.push(strToU8(TEXTS_START));
    const all = [...places.keys()];
    for (let from = 0; from < all.length; from += TEXTS_AT_ONCE) {
      const items = all.slice(from, from + TEXTS_AT_ONCE).map(textItem);
      file.push(strToU8(items.join("")));
    }
    file.push(strToU8(TEXTS_END), true);
  };
  return { placeOf, writeTo };
}

function createArchive() {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const open = (path: string) => {
    const file = new ZipDeflate(path, { level: LEVEL });
    zip.add(file);
    return file;
  };
  return {
    open,
    add: (path: string, text: string) => open(path).push(strToU8(text), true),
    finish() {
      zip.end();
      return new Blob(parts, { type: TYPE });
    },
  };
}
