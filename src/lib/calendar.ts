/** A day of the Gregorian calendar in UTC, "YYYY-MM-DD"; days compare and sort as strings. */
export type Day = string;

/** Widths of a bucket, finest first; weeks start on Monday. */
export const GRAINS = ["day", "week", "month", "quarter", "year"] as const;
export type Grain = (typeof GRAINS)[number];

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const FIRST_INSTANT = Date.parse("0001-01-01");
const LAST_INSTANT = Date.parse("9999-12-31");
const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a string is an existing day in the years 0001 to 9999. */
export function isDay(text: string): text is Day {
  if (!DAY_SHAPE.test(text)) return false;
  const instant = Date.parse(text);
  return instant >= FIRST_INSTANT && dayOfInstant(instant) === text;
}

/** The UTC day of an instant (ms since 1970), clamped to the years 0001 to 9999. */
export function dayOfInstant(instant: number): Day {
  const held = Math.min(Math.max(instant, FIRST_INSTANT), LAST_INSTANT);
  return new Date(held).toISOString().slice(0, 10);
}

/** Partner Center has no older referrals: an earlier instant (ms UTC) is a typing error. */
export const FIRST_PLAUSIBLE = Date.UTC(2010, 0, 1);

/** The first instant of a day, in milliseconds since 1970 UTC. */
export function instantOfDay(day: Day): number {
  return Date.parse(day);
}

/** Adds days; negative values go back. */
export function addDays(day: Day, days: number): Day {
  return dayOfInstant(instantOfDay(day) + days * DAY_MS);
}

/** Adds months; a day that the target month lacks becomes its last day (31 January + 1 → 28 February). */
export function addMonths(day: Day, months: number): Day {
  const at = new Date(startOfMonth(day));
  at.setUTCMonth(at.getUTCMonth() + months);
  const first = dayOfInstant(at.getTime());
  const [held = first] = [`${first.slice(0, 8)}${day.slice(8)}`, endOfMonth(first)].sort();
  return held;
}

/** Whole days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (instantOfDay(to) - instantOfDay(from)) / DAY_MS;
}

/** The first day of a day's month. */
export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** The last day of a day's month. */
export function endOfMonth(day: Day): Day {
  const last = new Date(startOfMonth(day));
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return dayOfInstant(last.getTime());
}

function startOfWeek(day: Day): Day {
  const sinceMonday = (new Date(instantOfDay(day)).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

function startOfQuarter(day: Day): Day {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return `${day.slice(0, 4)}-${String(quarter * 3 + 1).padStart(2, "0")}-01`;
}

/** The first day of the bucket that holds a day. */
export function bucketStart(day: Day, grain: Grain): Day {
  switch (grain) {
    case "day":
      return day;
    case "week":
      return startOfWeek(day);
    case "month":
      return startOfMonth(day);
    case "quarter":
      return startOfQuarter(day);
    case "year":
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** The last day of the bucket that holds a day. */
export function bucketEnd(day: Day, grain: Grain): Day {
  const start = bucketStart(day, grain);
  switch (grain) {
    case "day":
      return start;
    case "week":
      return addDays(start, 6);
    case "month":
      return endOfMonth(start);
    case "quarter":
      return endOfMonth(addMonths(start, 2));
    case "year":
      return `${start.slice(0, 4)}-12-31`;
  }
}

/** The first day of the bucket after the one that holds a day. */
export function nextBucket(day: Day, grain: Grain): Day {
  return addDays(bucketEnd(day, grain), 1);
}

/** First days of all buckets that touch a range of days (both ends included), in order; none when it is empty. */
export function bucketStarts(from: Day, to: Day, grain: Grain): Day[] {
  const starts: Day[] = [];
  if (from > to) return starts;
  const last = bucketStart(to, grain);
  for (let start = bucketStart(from, grain); start < last; start = nextBucket(start, grain))
    starts.push(start);
  starts.push(last);
  return starts;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Index of a bucket since a fixed start, so that a difference counts the buckets between two days. */
function bucketNumber(day: Day, grain: Grain): number {
  switch (grain) {
    case "day":
      return instantOfDay(day) / DAY_MS;
    case "week":
      return instantOfDay(startOfWeek(day)) / (7 * DAY_MS);
    case "month":
      return monthNumber(day);
    case "quarter":
      return Math.floor(monthNumber(day) / 3);
    case "year":
      return Number(day.slice(0, 4));
  }
}

/**
 * The number of buckets that touch a range of days (both ends included), without listing them; 0 for an empty range.
 */
export function bucketCount(from: Day, to: Day, grain: Grain): number {
  return from > to ? 0 : Math.round(bucketNumber(to, grain) - bucketNumber(from, grain)) + 1;
}
