import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Period } from "#referrals/period.ts";
import { type CubeResult, isWhole } from "./cube-result.ts";
import { useDataClient } from "./data-client-context.tsx";
import { groupedOptions } from "./grouped-options.ts";
import { DATASET_SUMMARY_QUERY } from "./query-builders.ts";
import { currentData } from "./query-state.ts";
import { closingQueryFor } from "./stages.ts";
import { supersetQuery } from "./superset-query.ts";
import { useGrouped, useSource } from "./use-grouped.ts";

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
