import type { ChartBucket } from "#charts/chart-model.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Trend } from "#referrals/trend.ts";
import { hasBegun } from "./bucket-status.ts";

/** The buckets of a trend as a chart draws them; `counts` are the referrals of each. */
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
