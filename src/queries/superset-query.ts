import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { bucketStart, type Day } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import { previousPeriod, samePeriodLastYear } from "#referrals/comparison.ts";
import type { Period } from "#referrals/period.ts";
import { periodFilter, stagesQuery } from "./query-builders.ts";

/**
 * What a slow network transfers within seconds: a bucket is about 7 bytes compressed and 230 uncompressed. Five times
 * as many would still be summed within a frame.
 */
export const MAX_BUCKETS = 30_000;

/**
 * The query whose result covers all others of the Overview: every filter, every stage, by day. A bucket holds at least
 * one referral, so the data set summary (by market and created month) bounds their number. The largest that fits: all
 * data; the period with its comparisons; the period. Else all data by month and market, which stays small because dates
 * of one referral lie close together.
 */
export function supersetQuery(dataset: Cube, period: Period): AggregateQuery {
  const fits = (filter: Filter | null, count: number): AggregateQuery | null =>
    count <= MAX_BUCKETS
      ? stagesQuery(filter, ["customerMarket", "partnerMarket", "customerOrgSize", "createdDate"], "day")
      : null;
  const compared = withComparisons(period);
  return (
    fits(null, countWithin(dataset, null)) ??
    fits(periodFilter("createdDate", compared), countWithin(dataset, compared)) ??
    fits(periodFilter("createdDate", period), countWithin(dataset, period)) ??
    stagesQuery(null, ["customerMarket", "createdDate"], "month")
  );
}

/** One range of days over a period, the preceding period and the same period a year earlier. */
export function withComparisons(period: Period): Period {
  const [from = period.from] = [previousPeriod(period).from, samePeriodLastYear(period).from].sort();
  return { from, to: period.to };
}

/** Upper bound of the referrals in a period: those of all months that it touches; of all months for null. */
function countWithin({ columns, counts }: Cube, period: Period | null): number {
  const months = columns.find(({ field }) => field === "createdDate");
  if (period === null || months === undefined) return counts.reduce((sum, count) => sum + count, 0);
  const first: Day = bucketStart(period.from, "month");
  const inside = months.values.map((day) => day !== null && day >= first && day <= period.to);
  return counts.reduce((sum, count, row) => (inside[months.codes[row] as number] ? sum + count : sum), 0);
}
