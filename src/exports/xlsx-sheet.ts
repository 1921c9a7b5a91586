import { type AboutLine, cellOf, type ExportKind, type Slice, type TableHead } from "./export-table.ts";
import { columnLetters, STYLE, type TextPlace, textCell, xlsxCell } from "./xlsx-cell.ts";
import { WORKSHEET_START } from "./xlsx-parts.ts";

/** Column widths in characters. */
const NARROWEST = 8;
const WIDEST = 60;
/** Rows of the first slice that column widths are estimated from. */
const LOOKED_AT = 200;

const USUAL: Partial<Record<ExportKind, number>> = { date: 11, dateTime: 20, duration: 10, share: 10 };

/** The start of a sheet: a frozen, bold head row and column widths. */
export function sheetStart(head: TableHead["columns"], first: Slice, placeOf: TextPlace): string {
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
export function sheetRows(
  slice: Slice,
  head: TableHead["columns"],
  before: number,
  placeOf: TextPlace,
): string {
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
export function rangeOf(columns: number, rows: number): string | null {
  return columns > 0 ? `A1:${columnLetters(columns - 1)}${Math.max(rows, 1) + 1}` : null;
}

/** The end of a sheet, with an auto-filter on a range. */
export function sheetEnd(range: string | null): string {
  return `</sheetData>${range === null ? "" : `<autoFilter ref="${range}"/>`}</worksheet>`;
}

/** The sheet with the notes: name and text per row. */
export function aboutSheet(lines: readonly AboutLine[], placeOf: TextPlace): string {
  const rows = lines.map(({ name, text }, at) => {
    const row = at + 1;
    return `<row r="${row}">${textCell(`A${row}`, name, STYLE.head, placeOf)}${textCell(`B${row}`, text, STYLE.wrapped, placeOf)}</row>`;
  });
  return `${WORKSHEET_START}<cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData></worksheet>`;
}
