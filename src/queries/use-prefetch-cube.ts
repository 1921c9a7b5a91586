import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { bucketStart, type Day } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import { previousPeriod, samePeriodLastYear } from "#referrals/comparison.ts";
import type { Period } from "#referrals/period.ts";
import { type CubeResult, isWhole } from "./cube-result.ts";
import { useDataClient } from "./data-client-context.tsx";
import { DATASET_SUMMARY_QUERY, periodFilter, stagesQuery } from "./query-builders.ts";
import { currentData } from "./query-state.ts";
import { closingQueryFor } from "./stages.ts";
import { groupedOptions, useGrouped, useSource } from "./use-grouped.ts";

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

/** Budget to complete a truncated result that nobody waits for. */
const QUIET_FILL_QUERIES = 30;

/**
 * Prefetches, once the visible results are loaded, the result that covers all others of a period; `useGrouped` finds it
 * in the cache. True when loaded or unavailable: other background queries should wait until then.
 */
export function usePrefetchCube(period: Period, isReady: boolean): boolean {
  const dataset = currentData(useGrouped(DATASET_SUMMARY_QUERY));
  const { from, to } = period;
  const query = useMemo(
    () => (isReady && dataset && isWhole(dataset) ? supersetQuery(dataset.cube, { from, to }) : null),
    [isReady, dataset, from, to],
  );
  // A larger result of an earlier period may cover this one.
  const superset = useQuietly(useSource(query) ?? query);
  const { result } = superset;
  const closingQuery = useMemo(() => result && closingQueryFor(result.cube), [result]);
  const closing = useQuietly(closingQuery);
  if (!isReady || dataset === null) return false;
  return query === null || (superset.isOver && (closingQuery === null || closing.isOver));
}

type Quiet = { result: CubeResult | null; isOver: boolean };

function useQuietly(query: AggregateQuery | null): Quiet {
  const options = groupedOptions(useDataClient(), query ?? DATASET_SUMMARY_QUERY, QUIET_FILL_QUERIES);
  const result = useQuery({ ...options, enabled: query !== null, meta: { isQuiet: true } });
  if (query === null) return { result: null, isOver: false };
  return { result: result.data && isWhole(result.data) ? result.data : null, isOver: result.isFetched };
}
