import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import { useSame } from "#lib/use-same.ts";
import { findCoveringResult } from "./covering-result.ts";
import { type CubeResult, deriveResult, nameOf } from "./cube-result.ts";
import type { DataClient } from "./data-client.ts";
import { useDataClient } from "./data-client-context.tsx";
import { groupedOptions } from "./grouped-options.ts";
import { DATASET_SUMMARY_QUERY } from "./query-builders.ts";
import { cachedResults, onCacheChange, refetchFailed } from "./query-cache.ts";
import type { QueryState } from "./query-state.ts";

/**
 * The result of a query: derived at once from a cached result that covers it, else fetched. The covering result is kept
 * up to date with it. While fetching, the previous result stays as placeholder. Null fetches nothing.
 *
 * Results are deferred: React renders store updates synchronously, deferred values interruptibly, so a slow machine
 * stays responsive.
 */
export function useGrouped(wanted: AggregateQuery | null): QueryState<CubeResult> {
  // Another filter often needs the same query: neither printed nor looked up again.
  const query = useSame(wanted);
  const dataClient = useDataClient();
  const source = useSource(query);
  const queryClient = useQueryClient();
  // Complete and kept: new options would be compared and announced by each of a page's dozens of observers.
  const options = useMemo(() => {
    const ofQuery = groupedOptions(dataClient, source ?? query ?? DATASET_SUMMARY_QUERY);
    return queryClient.defaultQueryOptions({ ...ofQuery, enabled: query !== null });
  }, [queryClient, dataClient, source, query]);
  const result = useQuery(options);
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

/** The query whose cached result covers this one; null where it must be fetched itself. */
export function useSource(query: AggregateQuery | null): AggregateQuery | null {
  const queryClient = useQueryClient();
  const { extraFilter } = useDataClient();
  const subscribe = useCallback(
    (listener: () => void) => onCacheChange(queryClient, listener),
    [queryClient],
  );
  const cached = useDeferredValue(
    useSyncExternalStore(subscribe, () => cachedResults(queryClient, extraFilter)),
  );
  return useMemo(() => query && (findCoveringResult(query, cached)?.cube.query ?? null), [query, cached]);
}

/** The last non-null value. In a ref: state would render twice. */
export function useLast<T>(value: T | null): T | null {
  const last = useRef(value);
  useEffect(() => {
    last.current = value ?? last.current;
  }, [value]);
  return value ?? last.current;
}

/** Logs once per change which result a query was derived from. */
function useLogged(
  { log, now }: DataClient,
  query: AggregateQuery | null,
  source: AggregateQuery | null,
): void {
  const logged = query && nameOf(query);
  const from = source && nameOf(source);
  useEffect(() => {
    if (logged !== null && from !== null && logged !== from) log.derived(logged, from, now());
  }, [logged, from, log, now]);
}
