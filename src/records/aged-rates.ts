import { DAY_MS, type Day, instantOfDay } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import {
  claimedAt,
  type Incidence,
  type IncidenceAt,
  incidenceAt,
  incidenceOf,
} from "#statistics/incidence.ts";
import { lifeTable } from "#statistics/life-table.ts";
import { eventAges } from "./event-ages.ts";
import { partition, type Rows } from "./rows.ts";

/** Ages in days at which rates are listed. */
export const MARK_AGES = [1, 14, 30, 90, 180] as const;

/** Events with a rate by age. */
export const AGED_EVENTS = ["accepted", "won"] as const;
export type AgedEvent = (typeof AGED_EVENTS)[number];

/** The cumulative incidence of an event, and the referrals left out because their dates are missing or out of order. */
export type AgedRate = { curve: Incidence; unplaced: number };

export type AgedRates = Readonly<Record<AgedEvent, AgedRate>>;

/** Rates of referrals created in a range of days; `reached` is the age in days that all of them have reached. */
export type AgedCohort = AgedRates & { reached: number };

/** Acceptance and win by age of these rows, as of an instant (ms UTC). */
export function agedRates(table: RecordTable, rows: Rows, asOf: number): AgedRates {
  const rateOf = (event: AgedEvent): AgedRate => {
    const { lifetimes, unplaced } = eventAges(table, rows, event, asOf);
    return { curve: incidenceOf(lifeTable(lifetimes)), unplaced };
  };
  return { accepted: rateOf("accepted"), won: rateOf("won") };
}

/** The age in days that referrals created on the last day have reached. */
export function reachedBy(to: Day, asOf: number): number {
  return Math.max(0, (asOf - instantOfDay(to) - DAY_MS) / DAY_MS);
}

/** The rows created in each range of whole days; ranges are ascending and disjoint. */
export function rowsByRange(
  table: RecordTable,
  rows: Rows,
  ranges: readonly { from: Day; to: Day }[],
): Rows[] {
  const created = table.dates.createdDate.at;
  const bounds = ranges.map(({ from, to }) => [instantOfDay(from), instantOfDay(to) + DAY_MS] as const);
  return partition(rows, ranges.length, (row) => {
    const at = created[row] as number;
    let [low, high] = [0, bounds.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [start, end] = bounds[middle] as readonly [number, number];
      if (at >= start && at < end) return middle;
      if (at >= end) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  });
}

/** The cohort of each range of days, as a generator so that a page can compute in slices. */
export function* agedCohorts(
  table: RecordTable,
  rows: Rows,
  ranges: readonly { from: Day; to: Day }[],
  asOf: number,
): Generator<undefined, AgedCohort[]> {
  const cohorts: AgedCohort[] = [];
  for (const [place, own] of rowsByRange(table, rows, ranges).entries()) {
    yield;
    cohorts.push({ ...agedRates(table, own, asOf), reached: reachedBy(ranges[place]?.to ?? "", asOf) });
  }
  return cohorts;
}

/**
 * A cohort's rate at an age in days: counted where all have reached it, else estimated by the curve; null without
 * either.
 */
export function cohortAt(
  cohort: AgedCohort,
  event: AgedEvent,
  age: number,
): (IncidenceAt & { isMature: boolean }) | null {
  const { curve } = cohort[event];
  const isMature = cohort.reached >= age;
  if (curve.table.size === 0) return null;
  const at = isMature ? incidenceAt(curve, age) : claimedAt(curve, age);
  return at && { ...at, isMature };
}
