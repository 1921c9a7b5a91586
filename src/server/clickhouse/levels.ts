import type { Level } from "#partner-center/query.ts";

/** A date column as ms since 1970 UTC, and columns that hold its day or month already. */
type Dated = { ms: string; day: string | null; month: string | null };

/**
 * The bucket of a date as a whole number: days since 1970 for days and weeks (Monday), year × 12 + month − 1 for months.
 * The engine's own functions of dates are wrong without a word before 1970 and after 2149.
 */
export function bucketOf(level: Level, { ms, day, month }: Dated): string {
  const days = day ?? `toInt64(floor((${ms}) / 86400000))`;
  if (level === "month") return month ?? monthOf(days);
  return level === "day" ? days : `(${days} - (${days} + 770003) % 7)`;
}

/**
 * The same buckets by the engine's functions that are exact from 1900 to 2299, where dates of a load end. As servers
 * print them, so that they are found again.
 */
export function storedBuckets(date: string): { day: string; month: string } {
  return {
    day: `toInt64(toDate32(${date}, 'UTC'))`,
    month: `((toYear(${date}, 'UTC') * 12) + toMonth(${date}, 'UTC')) - 1`,
  };
}

/** Howard Hinnant, "chrono-compatible low-level date algorithms". */
function monthOf(days: string): string {
  const z = `(${days} + 719468)`;
  const era = `intDiv(${z}, 146097)`;
  const doe = `(${z} % 146097)`;
  const yoe = `intDiv(${doe} - intDiv(${doe}, 1460) + intDiv(${doe}, 36524) - intDiv(${doe}, 146096), 365)`;
  const doy = `(${doe} - (365 * ${yoe} + intDiv(${yoe}, 4) - intDiv(${yoe}, 100)))`;
  return `((${era} * 400 + ${yoe}) * 12 + intDiv(5 * ${doy} + 2, 153) + 2)`;
}
