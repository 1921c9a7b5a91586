import type { TrendBucket } from "#charts/trend-veils.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Trend } from "#referrals/trend.ts";

/** The buckets of a trend as a chart draws them. */
export function trendBuckets(
  buckets: Trend["buckets"],
  grain: Grain,
  { words, formats }: I18n,
): TrendBucket[] {
  return buckets.map(({ start, unfinished }) => ({
    key: start,
    tick: formats.tick(start, grain),
    name: formats.bucket(start, grain),
    unfinished:
      unfinished && words("trend.unfinished", { covered: unfinished.coveredDays, days: unfinished.days }),
    hasBegun: !unfinished?.because.includes("not-begun"),
  }));
}
