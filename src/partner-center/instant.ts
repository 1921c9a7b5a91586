/** A parsed date: never happened, unreadable, or ms since 1970-01-01 UTC. */
export type InstantReading =
  | { kind: "never" }
  | { kind: "unreadable"; text: string }
  | { kind: "instant"; at: number };

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?`;
const ZONE = String.raw`(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${TIME}\s*${ZONE})?$`, "i");
const US = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+${TIME}\s+([AP])M)?$`, "i");

const MINUTE = 60_000;
/** Earlier instants are .NET's DateTime.MinValue, give or take an offset, which means "never". */
export const FIRST_INSTANT = Date.parse("0001-01-02T00:00:00Z");
export const LAST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");
/** Largest UTC offset of a date-time, in minutes. */
export const WIDEST_OFFSET = 14 * 60;

type Parts = { year: number; month: number; day: number; msOfDay: number; offset: number };

/** Milliseconds of the day, NaN outside 00:00:00 to 23:59:59; fractions are cut to ms. */
export function msOfDay(hour: number, minute = "0", second = "0", fraction = ""): number {
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return Number.NaN;
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return ((hour * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
}

function offsetMinutes(sign: string | undefined, hours = "0", minutes = "0"): number {
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > WIDEST_OFFSET) return Number.NaN;
  return sign === "-" ? -size : size;
}

function isoParts(text: string): Parts | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = "0", minute, second, fraction, , sign, zoneHours, zoneMinutes] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    msOfDay: msOfDay(Number(hour), minute, second, fraction),
    offset: offsetMinutes(sign, zoneHours, zoneMinutes),
  };
}

/** 12 AM is midnight, 12 PM is noon; NaN outside 1 to 12. */
export function hourOfClock(hour: number, isAfternoon: boolean): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function usParts(text: string): Parts | null {
  const match = US.exec(text);
  if (match === null) return null;
  const [, month, day, year, hour = "12", minute, second, fraction, half = "A"] = match;
  const time = msOfDay(hourOfClock(Number(hour), half.toUpperCase() === "P"), minute, second, fraction);
  return { year: Number(year), month: Number(month), day: Number(day), msOfDay: time, offset: 0 };
}

/** Midnight UTC of a calendar day; NaN where it does not exist. */
function midnight({ year, month, day }: Parts): number {
  // Date.UTC maps the years 0 to 99 to 1900 to 1999, hence the setter.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : Number.NaN;
}

function toReading(parts: Parts, text: string): InstantReading {
  const start = midnight(parts);
  const at = start + parts.msOfDay - parts.offset * MINUTE;
  if (Number.isNaN(at) || at > LAST_INSTANT) return { kind: "unreadable", text };
  return start < FIRST_INSTANT || at < FIRST_INSTANT ? { kind: "never" } : { kind: "instant", at };
}

/**
 * Parses Partner Center's dates: `2018-02-04`, optionally with a time after T or a space, a fraction of any length (cut
 * to ms), and Z or an offset; or `2/4/2018 11:08:59 PM`. Without a zone it is UTC, as documented. Null, blank and
 * 0001-01-01 mean never; a day that does not exist is unreadable.
 */
export function readInstant(text: string | null | undefined): InstantReading {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return { kind: "never" };
  const parts = isoParts(trimmed) ?? usParts(trimmed);
  return parts === null ? { kind: "unreadable", text: text ?? "" } : toReading(parts, text ?? "");
}

/**
 * Prints ms since 1970-01-01 UTC as `YYYY-MM-DDTHH:mm:ss` without a zone, with `.SSS` only if needed. Years 1 to 9999.
 */
export function printInstant(at: number): string {
  const text = new Date(at).toISOString();
  return at % 1000 === 0 ? text.slice(0, 19) : text.slice(0, 23);
}
