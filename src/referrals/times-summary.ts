import { quantileSorted } from "d3-array";
import { DAY_MS, type Day, daysBetween } from "#lib/calendar.ts";

/** Referrals by whole days taken, from daily groups. */
export type DayCount = { days: number; count: number };

/**
 * `count` referrals had both dates in order. Times in ms; accurate to the minute from records, to the day from groups.
 */
export type TimesSummary =
  | { kind: "absent" }
  | {
      kind: "times";
      precision: "minute" | "day";
      count: number;
      median: number;
      p75: number;
      p90: number;
    };

/** Summarises times in ascending order. */
export function summariseAscending(ascending: ArrayLike<number>): TimesSummary {
  if (ascending.length === 0) return { kind: "absent" };
  // Its type asks for an array, but it reads by index only.
  const at = (q: number): number => quantileSorted(ascending as number[], q) ?? Number.NaN;
  const count = ascending.length;
  return { kind: "times", precision: "minute", count, median: at(0.5), p75: at(0.75), p90: at(0.9) };
}

/** A value that occurs `count` times. */
type CountedValue = { value: number; count: number };

function valueAt(ascending: readonly CountedValue[], rank: number): number {
  let seen = 0;
  for (const { value, count } of ascending) {
    seen += count;
    if (rank < seen) return value;
  }
  return Number.NaN;
}

/** The quantile of `quantileSorted` for `size` values counted. */
function quantileOfCounted(ascending: readonly CountedValue[], size: number, q: number): number {
  const rank = (size - 1) * q;
  const low = valueAt(ascending, Math.floor(rank));
  return low + (valueAt(ascending, Math.ceil(rank)) - low) * (rank - Math.floor(rank));
}

/** Summarises daily groups in any order; negative days are left out. */
export function summariseDays(groups: Iterable<DayCount>): TimesSummary {
  const ascending: CountedValue[] = Array.from(groups, ({ days, count }) => ({ value: days * DAY_MS, count }))
    .filter(({ value, count }) => value >= 0 && count > 0)
    .sort((a, b) => a.value - b.value);
  const count = ascending.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) return { kind: "absent" };
  const at = (q: number): number => quantileOfCounted(ascending, count, q);
  return { kind: "times", precision: "day", count, median: at(0.5), p75: at(0.75), p90: at(0.9) };
}

/** Referrals of a key by two days; null where a date is absent. */
export type DayPairs = { key: string; from: Day | null; to: Day | null; count: number };

/**
 * Median, p75 and p90 of the whole days between two dates, by key; only referrals with both days in order (0 for the
 * same day). Keys without any are left out.
 */
export function daysByKey(pairs: Iterable<DayPairs>): Map<string, TimesSummary> {
  const groups = new Map<string, DayCount[]>();
  for (const { key, from, to, count } of pairs) {
    if (from === null || to === null || from > to || count === 0) continue;
    const group = groups.get(key) ?? [];
    group.push({ days: daysBetween(from, to), count });
    groups.set(key, group);
  }
  return new Map(Array.from(groups, ([key, group]) => [key, summariseDays(group)]));
}
