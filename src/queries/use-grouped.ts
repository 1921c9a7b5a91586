import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import { findCoveringResult } from "./covering-result.ts";
import { type CubeResult, deriveResult, nameOf } from "./cube-result.ts";
import type { DataClient } from "./data-client.ts";
import { useDataClient } from "./data-client-context.tsx";
import { groupedOptions } from "./grouped-options.ts";
import { DATASET_SUMMARY_QUERY } from "./query-builders.ts";
import { cachedResults, onCacheChange, refetchFailed } from "./query-cache.ts";
import type { QueryState } from "./query-state.ts";

/**
 * The answer to a query: at once where an answer at hand holds it, else asked for. What it is taken from is kept
 * up to date with it. While it is on its way, the answer to the query before stays. Null asks nothing.
 *
 * React draws at once, in one go, what a store tells it. Answers are deferred, so that what they change is worked out
 * bit by bit, and a slow machine stays free for its reader.
 */
export function useGrouped(query: AggregateQuery | null): QueryState<CubeResult> {
  const dataClient = useDataClient();
  const source = useSource(query);
  const queryClient = useQueryClient();
  const options = groupedOptions(dataClient, source ?? query ?? DATASET_SUMMARY_QUERY);
  const result = useQuery({ ...options, enabled: query !== null });
  const data = useDeferredValue(result.data);
  const refreshError = useDeferredValue(result.error);
  const fresh = data && query ? deriveResult(data, query) : null;
  const last = useLast(fresh);
  useLogged(dataClient, query, fresh && data ? data.cube.query : null);
  if (query === null) return { kind: "pending" };
  if (fresh) return { kind: "success", value: fresh, isPlaceholder: false, refreshError };
  if (refreshError) return { kind: "error", error: refreshError, retry: () => refetchFailed(queryClient) };
  return last
    ? { kind: "success", value: last, isPlaceholder: true, refreshError: null }
    : { kind: "pending" };
}

/** The query whose answer at hand holds what is asked; null where it has to be asked itself. */
export function useSource(query: AggregateQuery | null): AggregateQuery | null {
  const queryClient = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => onCacheChange(queryClient, listener),
    [queryClient],
  );
  const cached = useDeferredValue(useSyncExternalStore(subscribe, () => cachedResults(queryClient)));
  return useMemo(() => query && (findCoveringResult(query, cached)?.cube.query ?? null), [query, cached]);
}

/** A value, or the one before while there is none. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}

/** Writes down, once for each change, from which other answer a query was answered. */
function useLogged(
  { log, now }: DataClient,
  query: AggregateQuery | null,
  source: AggregateQuery | null,
): void {
  const asked = query && nameOf(query);
  const from = source && nameOf(source);
  useEffect(() => {
    if (asked !== null && from !== null && asked !== from) log.derived(asked, from, now());
  }, [asked, from, log, now]);
}
