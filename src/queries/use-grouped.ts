import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import { useSame } from "#lib/use-same.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import { type CompletionOptions, fetchComplete } from "./completion/fetch-complete.ts";
import { type CubeResult, deriveResult, nameOf, wireQuery, wireText } from "./cube-result.ts";
import type { DataClient } from "./data-client.ts";
import { useDataClient } from "./data-client-context.tsx";
import { DATASET_SUMMARY_QUERY } from "./query-builders.ts";
import {
  cachedResults,
  fetchOnce,
  findCoveringResult,
  GROUPED,
  onCacheChange,
  refetchFailed,
  totalFromCache,
} from "./query-cache.ts";
import type { QueryState } from "./query-state.ts";
import { FRESH_FOR_MS, SHARED_OPTIONS } from "./shared-options.ts";

/** Queries to spend on a truncated result that the user waits for. */
const MAX_FILL_QUERIES = 400;

/** Options of a grouped query over the network, completed where possible. */
export function groupedOptions(dataClient: DataClient, query: AggregateQuery, fillBudget = MAX_FILL_QUERIES) {
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: [GROUPED, dataClient.extraFilter, wireText(query)] as const,
    queryFn: async ({ client: queryClient, signal }) => {
      // Queries start together: each yields first, so that none of the cache look-ups blocks the others.
      await yieldToEventLoop();
      const total: CompletionOptions["total"] = (filter, since, signal) =>
        totalOf(dataClient, queryClient, { filter, since, signal });
      return fetchComplete({ ...dataClient, total, signal, fillBudget }, wireQuery(query));
    },
  });
}

/** How many referrals pass a filter: one ungrouped query, shared by all grouped ones of the filter. */
function totalOptions({ client, extraFilter }: DataClient, filter: Filter | null) {
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: ["total", extraFilter, filter ? printFilter(filter) : ""] as const,
    queryFn: async ({ signal }) => (await client.total(filter, { signal })).totalCount,
  });
}

type Wanted = { filter: Filter | null; since: number | null; signal: AbortSignal };

async function totalOf(
  dataClient: DataClient,
  queryClient: QueryClient,
  wanted: Wanted,
): Promise<number | null> {
  const { filter, since, signal } = wanted;
  // The total of all data goes first: the months of the data wait for it.
  if (filter !== null) await yieldToEventLoop();
  if (filter !== null && since === null) await untilSummarised(dataClient, queryClient);
  const cachedTotal =
    since === null && !dataClient.isNear
      ? totalFromCache(filter, cachedResults(queryClient, dataClient.extraFilter))
      : null;
  if (cachedTotal !== null) return cachedTotal;
  const options = totalOptions(dataClient, filter);
  const staleTime = since === null ? FRESH_FOR_MS : dataClient.now() - since;
  return fetchOnce(queryClient, { ...options, staleTime }, signal);
}

/** Months that are on their way may add up to a total: it need not be asked for beside them. */
async function untilSummarised(dataClient: DataClient, queryClient: QueryClient): Promise<void> {
  const options = groupedOptions(dataClient, DATASET_SUMMARY_QUERY);
  if (queryClient.getQueryState(options.queryKey)?.fetchStatus !== "fetching") return;
  await queryClient.fetchQuery(options).catch(() => undefined);
}

/** Yields to the event loop, so that input is handled between queries. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

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
