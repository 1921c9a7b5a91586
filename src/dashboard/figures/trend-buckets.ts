import { type ChartCursor, cursorRange } from "#charts/chart-cursor.ts";
import type { ChartBucket } from "#charts/chart-model.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { daysBetween, type Grain } from "#lib/calendar.ts";
import type { Period } from "#referrals/period.ts";
import type { Trend } from "#referrals/trend.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";

/** Buckets of a trend for a chart; `counts` has one value per bucket. */
export function trendBuckets(
  buckets: Trend["buckets"],
  counts: readonly number[],
  grain: Grain,
  { t, formats }: I18n,
): ChartBucket[] {
  return buckets.map(({ start, unfinished }, at) => ({
    key: start,
    tick: formats.tick(start, grain),
    name: formats.bucket(start, grain),
    unfinished:
      unfinished && t("trend.unfinished", { covered: unfinished.coveredDays, days: unfinished.days }),
    hasBegun: hasBegun({ unfinished }, counts[at] ?? 0),
  }));
}

/** Whether a bucket can be compared with others, and how much of it is covered. */
export function bucketStatus(unfinished: TrendBucket["unfinished"], { t }: I18n): string {
  if (unfinished === null) return t("trend.finished");
  if (unfinished.because.includes("not-begun")) return t("trends.notBegun");
  return t("trend.unfinishedNote", { covered: unfinished.coveredDays, days: unfinished.days });
}

/** A future bucket has no count, not even 0, unless a referral is dated ahead. */
export function hasBegun({ unfinished }: Pick<TrendBucket, "unfinished">, count: number): boolean {
  return count > 0 || !unfinished?.because.includes("not-begun");
}

type Buckets = readonly Pick<TrendBucket, "start" | "covered">[];

/** Days of a range of buckets within the period. */
export function daysOfRange(buckets: Buckets, first: number, last: number): Period | null {
  const [from, to] = [buckets[first]?.covered.from, buckets[last]?.covered.to];
  return from && to ? { from, to } : null;
}

/** Days of a range of buckets as text. */
export function rangeName(buckets: Buckets, first: number, last: number, { t, formats }: I18n): string {
  const days = daysOfRange(buckets, first, last);
  if (days === null) return "";
  const count = daysBetween(days.from, days.to) + 1;
  return t("read.range", { days: formats.days(days.from, days.to), count });
}

export function cursorName(cursor: ChartCursor, buckets: Buckets, grain: Grain, i18n: I18n): string {
  const range = cursorRange(cursor);
  if (range) return rangeName(buckets, range.first, range.last, i18n);
  return i18n.formats.bucket(buckets[cursor.at]?.start ?? "", grain);
}
