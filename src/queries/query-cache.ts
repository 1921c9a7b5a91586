import {
  CancelledError,
  type Query,
  type QueryCacheNotifyEvent,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from "@tanstack/react-query";
import type { CachedResult } from "./covering-result.ts";
import type { CubeResult } from "./cube-result.ts";

/** First word of the keys of grouped answers. */
export const GROUPED = "grouped";

type ResultList = { cached: readonly CachedResult[] | null };

// As long as the cache itself, whose listener keeps it right.
const lists = new WeakMap<QueryClient, ResultList>();

/** All grouped answers at hand: the same list until others are, or of another age. */
export function cachedResults(queryClient: QueryClient): readonly CachedResult[] {
  const list = lists.get(queryClient) ?? watchedList(queryClient);
  list.cached ??= resultsNow(queryClient);
  return list.cached;
}

function watchedList(queryClient: QueryClient): ResultList {
  const list: ResultList = { cached: null };
  lists.set(queryClient, list);
  onCacheChange(queryClient, () => (list.cached = null));
  return list;
}

function resultsNow(queryClient: QueryClient): CachedResult[] {
  const cached = queryClient.getQueryCache().findAll({ queryKey: [GROUPED] });
  return cached.flatMap(({ state }) => {
    const result = state.data as CubeResult | undefined;
    return result ? [{ result, isFresh: !state.isInvalidated }] : [];
  });
}

/** Calls `listener` whenever other grouped answers are at hand, or of another age; gives what ends that. */
export function onCacheChange(queryClient: QueryClient, listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.query.queryKey[0] === GROUPED && changesResults(event)) listener();
  });
}

// Most events of a cache are about who looks at it and what is on its way.
function changesResults(event: QueryCacheNotifyEvent): boolean {
  if (event.type !== "updated") return event.type === "removed";
  return ["success", "invalidate", "setState"].includes(event.action.type);
}

/** Asks again, all at once, what somebody looks at and failed: what helps one query mostly helps the others. */
export function refetchFailed(queryClient: QueryClient): void {
  const failed = ({ state }: Query) => state.status === "error" && state.fetchStatus === "idle";
  void queryClient.refetchQueries({ type: "active", predicate: failed });
}

/**
 * What a query gives, from the cache while that is fresh. It is in flight once, however many wait for it, and is
 * cancelled when the last of them has gone. @throws what the query fails with.
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
