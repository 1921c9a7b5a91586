import { type Day, daysBetween } from "#lib/calendar.ts";
import { type DayCount, summariseDays, type TimesSummary } from "./times-summary.ts";

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
