import {
  addDays,
  bucketEnd,
  bucketStart,
  bucketStarts,
  type Day,
  daysBetween,
  type Grain,
} from "#lib/calendar.ts";
import { type ComparedPeriods, type Comparison, samePeriodLastYear } from "#referrals/comparison.ts";
import type { Period } from "#referrals/period.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";

export type ComparedSelection = { by: Comparison } & ComparedPeriods;

/** The compared part of a bucket, and the corresponding days: as many, at the same position. */
export type ComparedDays = { own: Period; days: Period };

/** The corresponding days of each bucket; null where none is compared. */
export function comparedDays(
  buckets: readonly Pick<TrendBucket, "covered">[],
  compared: ComparedSelection,
): (ComparedDays | null)[] {
  return buckets.map(({ covered }) => {
    const own = overlap(covered, compared.period);
    return own === null || compared.kind === "nothing-passed" ? null : { own, days: shifted(own, compared) };
  });
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function overlap(a: Period, b: Period): Period | null {
  const [from, to] = [later(a.from, b.from), earlier(a.to, b.to)];
  return from <= to ? { from, to } : null;
}

function shifted(own: Period, { by, period, comparison }: ComparedSelection): Period {
  if (by === "last-year") return samePeriodLastYear(own);
  const days = daysBetween(period.from, comparison.from);
  return { from: addDays(own.from, days), to: addDays(own.to, days) };
}

/** The coarsest level that separates the compared days: that of the buckets if whole, else days. */
export function levelOf(ranges: readonly (ComparedDays | null)[], comparison: Period, grain: Grain): Grain {
  const isWhole = ({ from, to }: Period) =>
    (from === bucketStart(from, grain) || from === comparison.from) &&
    (to === bucketEnd(to, grain) || to === comparison.to);
  return ranges.every((range) => range === null || isWhole(range.days)) ? grain : "day";
}

/** The sum of counts (by first day of a bucket of `level`) over the buckets that a range of days touches. */
export function countWithin(counts: ReadonlyMap<Day, number>, { from, to }: Period, level: Grain): number {
  return bucketStarts(from, to, level).reduce((sum, start) => sum + (counts.get(start) ?? 0), 0);
}
