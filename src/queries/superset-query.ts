import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { bucketStart, type Day } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import { previousPeriod, samePeriodLastYear } from "#referrals/comparison.ts";
import type { Period } from "#referrals/period.ts";
import { periodFilter, stagesQuery } from "./query-builders.ts";

/**
 * Buckets that a slow network fetches within the first seconds: about 7 bytes each as sent and 230 to read. Five times
 * as many would still be added up within a frame.
 */
export const MAX_BUCKETS = 30_000;

/**
 * The query whose answer holds all others of the Overview: every filter, every stage, by day. A bucket holds one
 * referral at least, so that what the dataset summary (by market and created month) counts bounds it: of all the data, else of
 * the period and what it is compared with, else of the period alone. Where even that is too many, all the data by
 * month and market alone, which stays small: dates of one referral lie close together.
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

/** One range of days over a period, the one before and the same a year earlier. */
export function withComparisons(period: Period): Period {
  const [from = period.from] = [previousPeriod(period).from, samePeriodLastYear(period).from].sort();
  return { from, to: period.to };
}

/** Referrals of all months that a period touches, of all there are for null: as many or more than it holds. */
function countWithin({ columns, counts }: Cube, period: Period | null): number {
  const months = columns.find(({ field }) => field === "createdDate");
  if (period === null || months === undefined) return counts.reduce((sum, count) => sum + count, 0);
  const first: Day = bucketStart(period.from, "month");
  const inside = months.values.map((day) => day !== null && day >= first && day <= period.to);
  return counts.reduce((sum, count, row) => (inside[months.codes[row] as number] ? sum + count : sum), 0);
}
