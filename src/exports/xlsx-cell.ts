import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { ExportCell, ExportKind } from "./export-table.ts";

/** Indexes in the cell formats of `STYLES_XML`. */
export const STYLE = {
  plain: 0,
  head: 1,
  count: 2,
  share: 3,
  date: 4,
  dateTime: 5,
  hours: 6,
  wrapped: 7,
} as const;

const STYLE_OF: Record<ExportKind, number> = {
  text: STYLE.plain,
  count: STYLE.count,
  number: STYLE.plain,
  share: STYLE.share,
  date: STYLE.date,
  dateTime: STYLE.dateTime,
  duration: STYLE.hours,
};

/** Days from 1899-12-30, day 0 of a spreadsheet, to 1970-01-01. */
const EPOCH_DAYS = 25_569;
/** Spreadsheets agree on dates from 1900-03-01 (day 61) to the end of 9999. */
const FIRST_DAY = 61;
const DAYS_END = 2_958_466;

/** Maximum length of a cell's text. */
const MAX_CHARACTERS = 32_767;

/** The index of a text in the workbook's shared strings. */
export type TextPlace = (text: string) => number;

/** A cell at a reference like "B7"; "" for null. */
export function xlsxCell(place: string, { kind, value }: ExportCell, placeOf: TextPlace): string {
  if (value === null) return "";
  if (typeof value === "string") return textCell(place, value, STYLE.plain, placeOf);
  const number = serialOf(kind, value);
  if (number === null || !Number.isFinite(number))
    return textCell(place, farText(kind, value), STYLE.plain, placeOf);
  const style = STYLE_OF[kind];
  return style === STYLE.plain
    ? `<c r="${place}"><v>${number}</v></c>`
    : `<c r="${place}" s="${style}"><v>${number}</v></c>`;
}

/** The cell's number: days from day 0 for dates, hours for durations; null out of range. */
function serialOf(kind: ExportKind, value: number): number | null {
  if (kind === "duration") return value / HOUR_MS;
  if (kind !== "date" && kind !== "dateTime") return value;
  // To the millisecond.
  const serial = Math.round((value / DAY_MS + EPOCH_DAYS) * 1e8) / 1e8;
  return serial >= FIRST_DAY && serial < DAYS_END ? serial : null;
}

/** Dates out of a spreadsheet's range are written as text. */
function farText(kind: ExportKind, value: number): string {
  const isDate = kind === "date" || kind === "dateTime";
  if (!isDate || !(Math.abs(value) <= 8.64e15)) return String(value);
  const iso = new Date(value).toISOString();
  return kind === "date" ? iso.slice(0, iso.indexOf("T")) : iso;
}

/** A text cell; its content is never a formula. */
export function textCell(place: string, text: string, style: number, placeOf: TextPlace): string {
  const look = style === STYLE.plain ? "" : ` s="${style}"`;
  return `<c r="${place}"${look} t="s"><v>${placeOf(text)}</v></c>`;
}

/** An item of the shared strings. */
export function textItem(text: string): string {
  const held = text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS - 1)}…` : text;
  const space = /^\s|\s$/.test(held) ? ' xml:space="preserve"' : "";
  return `<si><t${space}>${xmlText(held)}</t></si>`;
}

const SPECIAL = /[&<>"\ufffe\uffff]|(?![\u007f-\u009f])\p{Cc}|_(?=x[0-9a-f]{4}_)/giu;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes text for XML. Characters that XML forbids are written as "_x0001_", as are texts that look like that. */
export function xmlText(text: string): string {
  return text.replace(SPECIAL, (character) => {
    const named = NAMED[character];
    if (named !== undefined) return named;
    if (/[\r\n\t]/.test(character)) return `&#${character.charCodeAt(0)};`;
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
}

/** Column letters from a 0-based index: "A", …, "Z", "AA". */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
