import { hourOfClock, msOfDay, WIDEST_OFFSET } from "#partner-center/instant.ts";

/** English and German month names and abbreviations, by their first letters. */
const STARTS: readonly (readonly [string, number])[] = [
  ["jan", 1],
  ["jän", 1],
  ["feb", 2],
  ["mar", 3],
  ["mär", 3],
  ["mrz", 3],
  ["apr", 4],
  ["may", 5],
  ["mai", 5],
  ["jun", 6],
  ["jul", 7],
  ["aug", 8],
  ["sep", 9],
  ["oct", 10],
  ["okt", 10],
  ["nov", 11],
  ["dec", 12],
  ["dez", 12],
];

const LONGEST = "september".length;

/** The month (1 to 12) of a name; NaN for others. */
function monthNamed(word: string): number {
  const plain = word.toLowerCase().normalize("NFC");
  if (plain.length > LONGEST) return Number.NaN;
  return STARTS.find(([start]) => plain.startsWith(start))?.[1] ?? Number.NaN;
}

/** Which of two numbers is the day. */
export type DateOrder = "day-first" | "month-first";

/** A calendar day as written; `order` null: two numbers in ambiguous order. */
export type WrittenDay =
  | { kind: "known"; year: number; month: number; day: number }
  | { kind: "open"; year: number; first: number; second: number };

/** The parts of a date; `ms` since midnight, `offset` from UTC in minutes. */
export type WrittenDate = { form: DateForm; day: WrittenDay; ms: number; offset: number };

export type DateForm = "iso" | "year-first" | "day-month-year" | "dotted" | "month-name" | "number";

/** A number that represents an instant, e.g. of a spreadsheet or Unix time. */
export type WrittenNumber = { form: "number"; value: number };

/** Not "EST" and its like, which mean several offsets. */
const TIME =
  /^(?:(am|pm|凌晨|清晨|早上|上午|中午|下午|晚上)\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?\s?m\.?)?\s*(?:uhr)?\s*(z|[+-]\d{2}(?::?\d{2})?|(?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d{2})?(?:\s\([^)]*\))?)?)?$/i;
const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?!\d)/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?=$|t)/i;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const DAY_NAME = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([\p{L}]+)\.?[\s,-]+(\d{4}|\d{2})(?!\d)/u;
const NAME_DAY = /^([\p{L}]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})(?!\d)/u;
/** "Thursday, …", or without a comma as JavaScript writes it: "Thu Oct 01 2026 23:30:00 GMT+0200 (CEST)". */
const WEEKDAY = /^(?:[\p{L}]{2,10}\.?,\s*|(?:mon|tue|wed|thu|fri|sat|sun)\s+(?=\p{L}))/iu;
const NUMBER = /^\d+(?:[.,]\d+)?$/;
/** An OData 2 date, in ms. */
const ODATA = /^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/;

const MAX_KNOWN = 20_000;
const known = new Map<string, WrittenDate | WrittenNumber | null>();

/**
 * Parses a date text; null for others. ISO, numbers with dots, slashes or hyphens, English and German month names, 12
 * and 24 hours, offsets; plain numbers are left to the column.
 */
export function takeApart(text: string): WrittenDate | WrittenNumber | null {
  const plain = isoDate(text);
  if (plain) return plain;
  const found = known.get(text);
  if (found !== undefined) return found;
  const parts = partsOf(text);
  // Dates repeat in a table, and each is parsed twice.
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, parts);
  return parts;
}

/**
 * "2026-10-01", "2026-10-01T09:30:00", with or without "Z": what most files have, in hundreds of thousands of cells.
 * Null for all else.
 */
function isoDate(text: string): WrittenDate | null {
  const { length } = text;
  const isDay = length === 10;
  if (!isDay && length !== 19 && !(length === 20 && text.charCodeAt(19) === Z)) return null;
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const year = digits(text, 0, 4);
  const [month, day] = [digits(text, 5, 2), digits(text, 8, 2)];
  const ms = isDay ? 0 : clock(text);
  if (!(year + month + day + ms >= 0)) return null;
  return { form: "iso", day: { kind: "known", year, month, day }, ms, offset: 0 };
}

const [HYPHEN, COLON, T, Z] = [45, 58, 84, 90];

/** The ms since midnight of "…T09:30:00"; NaN for none. */
function clock(text: string): number {
  if (text.charCodeAt(10) !== T || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON)
    return Number.NaN;
  const [hour, minute, second] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)];
  return hour <= 23 && minute <= 59 && second <= 59
    ? ((hour * 60 + minute) * 60 + second) * 1000
    : Number.NaN;
}

/** Some ASCII digits as a number; NaN where one is none. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function partsOf(text: string): WrittenDate | WrittenNumber | null {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed) && !COMPACT.test(trimmed)) {
    return { form: "number", value: Number(trimmed.replace(",", ".")) };
  }
  const odata = ODATA.exec(trimmed);
  if (odata) return { form: "number", value: Number(odata[1]) };
  const found = dayAtStart(trimmed) ?? dayAtStart(trimmed.replace(WEEKDAY, ""));
  if (found === null) return null;
  const time = timeOf(found.rest);
  return time && { form: found.form, day: found.day, ...time };
}

type Found = { form: DateForm; day: WrittenDay; rest: string };

function dayAtStart(text: string): Found | null {
  return yearFirst(text) ?? numbers(text) ?? named(text);
}

function yearFirst(text: string): Found | null {
  const match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (match === null) return null;
  const [whole, year, month = match[4], day = match[5]] = match;
  const isIso = /^\d{4}-\d{2}-\d{2}$/.test(whole);
  return {
    form: isIso ? "iso" : "year-first",
    day: { kind: "known", year: Number(year), month: Number(month), day: Number(day) },
    rest: text.slice(whole.length),
  };
}

function numbers(text: string): Found | null {
  const match = NUMBERS.exec(text);
  if (match === null) return null;
  const [whole, one = "", separator, two = "", yearText = ""] = match;
  const year = fullYear(yearText);
  const [first, second] = [Number(one), Number(two)];
  const rest = text.slice(whole.length);
  // With dots between the numbers the day comes first everywhere.
  if (separator === ".")
    return { form: "dotted", day: { kind: "known", year, month: second, day: first }, rest };
  return { form: "day-month-year", day: { kind: "open", year, first, second }, rest };
}

function named(text: string): Found | null {
  const [whole, day, name, year] = DAY_NAME.exec(text) ?? reordered(NAME_DAY.exec(text));
  const month = monthNamed(name ?? "");
  if (whole === undefined || Number.isNaN(month)) return null;
  return {
    form: "month-name",
    day: { kind: "known", year: fullYear(year ?? ""), month, day: Number(day) },
    rest: text.slice(whole.length),
  };
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] {
  if (match === null) return [];
  const [whole, name, day, year] = match;
  return [whole, day, name, year];
}

/** Two digits are a year of this century. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function timeOf(rest: string): { ms: number; offset: number } | null {
  const text = rest.replace(/^(?:[\sT,]|um\s|at\s)+/i, "");
  if (text === "") return { ms: 0, offset: 0 };
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, before, hour, minute, second, fraction, after, zone] = match;
  const half = halfOf(before ?? after);
  const hours = half === null ? Number(hour) : hourOfClock(Number(hour), half === "pm");
  const offset = offsetOf(zone);
  const ms = msOfDay(hours, minute, second, fraction);
  return Number.isNaN(ms) || !(Math.abs(offset) <= WIDEST_OFFSET) ? null : { ms, offset };
}

function halfOf(word: string | undefined): "am" | "pm" | null {
  if (word === undefined) return null;
  return /^p|中午|下午|晚上/i.test(word) ? "pm" : "am";
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes = 0] = /([+-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone ?? "") ?? [];
  if (hours === undefined) return 0;
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === "-" ? -offset : offset;
}
