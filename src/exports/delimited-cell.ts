import { HOUR_MS } from "#lib/calendar.ts";
import type { CsvMarks } from "./csv-region.ts";
import type { ExportCell } from "./export-table.ts";

/**
 * The start of a possible formula (CSV injection): = + - @, also full-width, small and mathematical variants, after
 * spaces, quotes and marks that a spreadsheet may strip; or a leading tab or line break.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}\p{Z}"'`´‘’“”„«»]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** Prefixes an apostrophe to text that a spreadsheet might take for a formula. */
export function harmless(text: string): string {
  if (isLetterOrDigit(text.charCodeAt(0))) return text;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Fast path for ASCII. */
function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/**
 * A cell as text: exact numbers with this decimal mark, ISO 8601 days and instants, durations in hours; "" for null.
 */
export function plainCell({ kind, value }: ExportCell, decimal: CsvMarks["decimal"] = "."): string {
  if (value === null) return "";
  if (typeof value === "string") return harmless(value);
  if (kind === "date" || kind === "dateTime") return isoOf(value, kind === "date");
  return String(kind === "duration" ? value / HOUR_MS : value).replace(".", decimal);
}

/** The largest `Date`, in ms. */
const LAST = 8.64e15;

function isoOf(at: number, isDay: boolean): string {
  if (!(Math.abs(at) <= LAST)) return String(at);
  const iso = new Date(at).toISOString();
  return isDay ? iso.slice(0, iso.indexOf("T")) : iso.replace(".000Z", "Z");
}

/** Quotes a field if needed (RFC 4180): when it contains the separator, a quote or a line break. */
export function delimited(text: string, separator: CsvMarks["separator"]): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
