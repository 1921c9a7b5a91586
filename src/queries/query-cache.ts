import {
  CancelledError,
  type Query,
  type QueryCacheNotifyEvent,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from "@tanstack/react-query";
import { type AggregateQuery, totalOf } from "#cube/cube.ts";
import type { Filter } from "#partner-center/filter.ts";
import { type CubeResult, deriveResult, isWhole, nameOf, wireName } from "./cube-result.ts";

/** `isFresh` until the user requests newer data. */
export type CachedResult = { result: CubeResult; isFresh: boolean };

// Each click makes the same few queries anew for many figures.
const found = new WeakMap<readonly CachedResult[], Map<string, CubeResult | null>>();

/**
 * The best cached result to derive a query from: its own result first, fresh before stale, then the smallest; null when
 * none covers the query.
 */
export function findCoveringResult(
  query: AggregateQuery,
  cached: readonly CachedResult[],
): CubeResult | null {
  const ofCached = found.get(cached) ?? new Map<string, CubeResult | null>();
  found.set(cached, ofCached);
  const name = nameOf(query);
  const known = ofCached.get(name);
  if (known !== undefined) return known;
  const covering = byPreference(query, cached).find((result) => deriveResult(result, query) !== null) ?? null;
  ofCached.set(name, covering);
  return covering;
}

function byPreference(query: AggregateQuery, cached: readonly CachedResult[]): CubeResult[] {
  const own = wireName(query);
  const usable = cached.map((one) => ({ ...one, isOwn: nameOf(one.result.cube.query) === own }));
  return usable
    .filter(({ result, isOwn }) => isOwn || isWhole(result))
    .sort(
      (a, b) =>
        Number(b.isFresh) - Number(a.isFresh) ||
        Number(b.isOwn) - Number(a.isOwn) ||
        a.result.cube.size - b.result.cube.size,
    )
    .map(({ result }) => result);
}

/** How many referrals pass a filter, from complete and fresh cached results; null when none tells. */
export function totalFromCache(filter: Filter | null, cached: readonly CachedResult[]): number | null {
  const sure = cached.filter(({ result, isFresh }) => isFresh && result.completeness.kind === "complete");
  for (const { result } of sure) {
    const { groupBy, level } = result.cube.query;
    const found = deriveResult(result, { filter, groupBy: [groupBy[0]], level });
    if (found) return totalOf(found.cube);
  }
  return null;
}

/** First element of the query keys of grouped results. */
export const GROUPED = "grouped";

type ResultList = readonly CachedResult[];

// Live as long as the cache, whose listener keeps them up to date.
const lists = new WeakMap<QueryClient, Map<string, ResultList>>();

/**
 * All cached grouped results of a data client (`extraFilter` as of `DataClient`); the same array until a result or its
 * freshness changes.
 */
export function cachedResults(queryClient: QueryClient, extraFilter: string): readonly CachedResult[] {
  const ofClient = lists.get(queryClient) ?? watchedLists(queryClient);
  const known = ofClient.get(extraFilter) ?? resultsNow(queryClient, extraFilter);
  ofClient.set(extraFilter, known);
  return known;
}

function watchedLists(queryClient: QueryClient): Map<string, ResultList> {
  const ofClient = new Map<string, ResultList>();
  lists.set(queryClient, ofClient);
  onCacheChange(queryClient, () => ofClient.clear());
  return ofClient;
}

function resultsNow(queryClient: QueryClient, extraFilter: string): CachedResult[] {
  const cached = queryClient.getQueryCache().findAll({ queryKey: [GROUPED, extraFilter] });
  return cached.flatMap(({ state }) => {
    const result = state.data as CubeResult | undefined;
    return result ? [{ result, isFresh: !state.isInvalidated }] : [];
  });
}

/** Calls `listener` when cached grouped results or their freshness change; returns the unsubscribe function. */
export function onCacheChange(queryClient: QueryClient, listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.query.queryKey[0] === GROUPED && changesResults(event)) listener();
  });
}

// Most cache events concern observers and fetches in flight.
function changesResults(event: QueryCacheNotifyEvent): boolean {
  if (event.type !== "updated") return event.type === "removed";
  return ["success", "invalidate", "setState"].includes(event.action.type);
}

/** Refetches all failed queries that are on screen: what fixes one mostly fixes the others. */
export function refetchFailed(queryClient: QueryClient): void {
  const failed = ({ state }: Query) => state.status === "error" && state.fetchStatus === "idle";
  void queryClient.refetchQueries({ type: "active", predicate: failed });
}

/**
 * Fetches a query through the cache, deduplicated; cancelled when the last caller aborts.
 * @throws what the query fails with
 */
export function fetchOnce<T, Key extends readonly unknown[]>(
  queryClient: QueryClient,
  options: QueryObserverOptions<T, Error, T, T, Key>,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const observer = new QueryObserver(queryClient, options);
    const settle = () => {
      const result = observer.getCurrentResult();
      if (result.isFetching && !signal.aborted) return;
      leave();
      signal.removeEventListener("abort", settle);
      if (signal.aborted) reject(signal.reason);
      else if (result.isSuccess) resolve(result.data);
      else reject(result.error ?? new CancelledError());
    };
    const leave = observer.subscribe(settle);
    signal.addEventListener("abort", settle);
    settle();
  });
}
