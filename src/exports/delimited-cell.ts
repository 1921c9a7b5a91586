import { HOUR_MS } from "#lib/calendar.ts";
import type { CsvMarks } from "./csv-region.ts";
import type { ExportCell } from "./export-table.ts";

/**
 * What a spreadsheet could take for the start of a formula: = + - @ (also in their full-width, small and mathematical
 * forms), behind any blanks, quotes and marks that it may drop; and a tab or a line break in front.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}\p{Z}"'`´‘’“”„«»]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** A text that no spreadsheet takes for a formula: one that might begin one gets an apostrophe in front. */
export function harmless(text: string): string {
  if (isLetterOrDigit(text.charCodeAt(0))) return text;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Of ASCII: most texts begin so, and need no longer look. */
function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A cell as text: numbers exactly, with this decimal mark; days and instants by ISO 8601, lengths of time in hours; nothing is "". */
export function plainCell({ kind, value }: ExportCell, decimal: CsvMarks["decimal"] = "."): string {
  if (value === null) return "";
  if (typeof value === "string") return harmless(value);
  if (kind === "date" || kind === "dateTime") return isoOf(value, kind === "date");
  return String(kind === "duration" ? value / HOUR_MS : value).replace(".", decimal);
}

/** The latest instant that a `Date` knows, in ms. */
const LAST = 8.64e15;

function isoOf(at: number, isDay: boolean): string {
  if (!(Math.abs(at) <= LAST)) return String(at);
  const iso = new Date(at).toISOString();
  return isDay ? iso.slice(0, iso.indexOf("T")) : iso.replace(".000Z", "Z");
}

/** A field of a line, quoted where it has to be (RFC 4180): it holds the separator, a quote or a line break. */
export function delimited(text: string, separator: CsvMarks["separator"]): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
