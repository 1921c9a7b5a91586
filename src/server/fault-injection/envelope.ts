import { type Field, isDateField } from "#partner-center/fields.ts";
import { spellDate } from "./dates.ts";
import type { EnvelopeName } from "./envelope-names.ts";
import type { FaultyPage, Row } from "./page.ts";

type Cell = readonly [string, unknown];

const COUNT = "referralCount";
const BYTE_ORDER_MARK = "\uFEFF";

function isDate(column: string): boolean {
  return isDateField(column as Field);
}

/** How this variant writes null; undefined omits the cell. */
function absence(column: string, name: EnvelopeName, isBucket: boolean): unknown {
  if (name === "unknown-for-null" && isBucket) return "UNKNOWN";
  if (name === "blank-for-null" && isBucket) return "";
  if (name === "missing-for-null") return undefined;
  return name === "year-one-for-never" && isDate(column) ? "0001-01-01T00:00:00" : null;
}

function cell([column, value]: Cell, name: EnvelopeName, isBucket: boolean): Cell {
  if (column === COUNT && name === "count-number") return [column, Number(value)];
  if (column === COUNT && name === "count-name") return ["referralsCount", value];
  if (value === null) return [column, absence(column, name, isBucket)];
  const isText = typeof value === "string" && isDate(column);
  return [column, isText ? spellDate(value, name, isBucket) : value];
}

/** The rows of a page with their cells rewritten. */
export function rewriteRows(page: FaultyPage, name: EnvelopeName): FaultyPage {
  const isBucket = page.groups !== null;
  const rewritten = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map((one) => cell(one, name, isBucket)));
  return { ...page, rows: page.rows.map(rewritten) };
}

function wrap({ rows, nextLink, totalCount }: FaultyPage, names: readonly EnvelopeName[]): unknown {
  if (names.includes("odata"))
    return { value: rows, "@odata.nextLink": nextLink, "@odata.count": totalCount };
  if (names.includes("items")) return { items: rows, totalCount, links: { next: { uri: nextLink } } };
  if (names.includes("array")) return rows;
  if (names.includes("object") && rows.length === 1) return rows[0];
  return { Value: rows, "@nextLink": nextLink, TotalCount: totalCount };
}

function mapKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), mapKeys(item, rename)]));
}

function inCase(json: unknown, names: readonly EnvelopeName[]): unknown {
  if (names.includes("upper-case")) return mapKeys(json, (key) => key.toUpperCase());
  if (names.includes("lower-case")) return mapKeys(json, (key) => key.toLowerCase());
  return json;
}

/** The text of a page with rewritten rows, in the envelope of these variants combined. */
export function writePage(page: FaultyPage, names: readonly EnvelopeName[]): string {
  if (names.includes("empty") && page.rows.length === 0) return "";
  const text = JSON.stringify(inCase(wrap(page, names), names));
  return names.includes("bom") ? BYTE_ORDER_MARK + text : text;
}
