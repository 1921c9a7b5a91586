import { type Field, isDateField } from "#partner-center/fields.ts";
import { printInstant, readInstant } from "#partner-center/instant.ts";
import type { Level } from "#partner-center/query.ts";
import { readQuery } from "#partner-center/query-read.ts";

/** Variants of the response format `{Value,@nextLink,TotalCount}`; can be combined. */
export const ENVELOPE_NAMES = [
  // Envelope.
  "odata",
  "items",
  "array",
  "object",
  "empty",
  // Keys and strings.
  "upper-case",
  "lower-case",
  "bom",
  // Count column.
  "count-number",
  "count-name",
  // Dates: any instant within a bucket; otherwise the same instant.
  "date-day",
  "date-inside",
  "date-fraction",
  "date-utc",
  "date-offset",
  "date-us",
  // Missing values.
  "unknown-for-null",
  "blank-for-null",
  "missing-for-null",
  "year-one-for-never",
] as const;

export type EnvelopeName = (typeof ENVELOPE_NAMES)[number];

type DateWriter = (at: number) => string;

const HOUR_MS = 3_600_000;
/** Within a bucket of any level, after its start. */
const INSIDE_MS = 13 * HOUR_MS + 27 * 60_000;

function inUsSpelling(at: number): string {
  const [, year = "", month, day, hours, rest = ""] =
    /^(\d+)-(\d+)-(\d+)T(\d+)(.*)$/.exec(printInstant(at)) ?? [];
  const hour = Number(hours);
  return `${Number(month)}/${Number(day)}/${year} ${hour % 12 || 12}${rest} ${hour < 12 ? "AM" : "PM"}`;
}

function withFraction(at: number): string {
  return `${printInstant(at).slice(0, 19)}.${String(at % 1000).padStart(3, "0")}0000`;
}

/** Other spellings of the same instant. */
const INSTANT_WRITERS: Partial<Record<EnvelopeName, DateWriter>> = {
  "date-fraction": withFraction,
  "date-utc": (at) => `${printInstant(at)}Z`,
  "date-offset": (at) => `${printInstant(at + 2 * HOUR_MS)}+02:00`,
  "date-us": inUsSpelling,
};

/** Other instants in the same bucket. */
const BUCKET_WRITERS: Partial<Record<EnvelopeName, DateWriter>> = {
  "date-day": (at) => printInstant(at).slice(0, 10),
  "date-inside": (at) => printInstant(at + INSIDE_MS),
};

/**
 * A date in the spelling of this variant; returned unchanged when it is no instant or the variant does not concern it.
 */
function spellDate(text: string, name: EnvelopeName, isBucket: boolean): string {
  const write = INSTANT_WRITERS[name] ?? (isBucket ? BUCKET_WRITERS[name] : undefined);
  if (!write) return text;
  const reading = readInstant(text);
  return reading.kind === "instant" ? write(reading.at) : text;
}

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

type Row = Readonly<Record<string, unknown>>;

/** A page of the embedded service's response, with the parts of the query that faults need. */
export type FaultyPage = {
  rows: readonly Row[];
  nextLink: string | null;
  totalCount: number;
  /** Null where rows are referrals. */
  groups: { by: readonly Field[]; level: Level } | null;
  /** Number of rows before this page. */
  skip: number;
  /** Path and query. */
  address: string;
};

type ServiceBody = { Value: Row[]; "@nextLink": string | null; TotalCount: number };

/** Parses a response of the embedded service. `url` is that of the query. */
export function readPage(body: string, url: URL): FaultyPage {
  const { Value, "@nextLink": nextLink, TotalCount } = JSON.parse(body) as ServiceBody;
  const query = readQuery(url.search);
  const groups = query.kind === "grouped" ? { by: query.query.groupBy, level: query.query.level } : null;
  const address = `${url.pathname}${url.search}`;
  return { rows: Value, nextLink, totalCount: TotalCount, groups, skip: query.page.skip, address };
}

/** Drops the buckets after the first `n` silently: the total is adjusted. */
export function cutBuckets(page: FaultyPage, n: number): FaultyPage {
  if (page.groups === null || page.totalCount <= n) return page;
  const rows = page.rows.slice(0, Math.max(0, n - page.skip));
  const goesOn = page.skip + rows.length < n;
  return { ...page, rows, totalCount: n, nextLink: goesOn ? page.nextLink : null };
}

/** Every page links to itself, even the last. */
export function loopLink(page: FaultyPage): FaultyPage {
  return { ...page, nextLink: page.address };
}
