import {
  CancelledError,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from "@tanstack/react-query";
import type { Answer } from "./answer.ts";
import type { Held } from "./plan.ts";

/** First word of the keys of grouped answers. */
export const GROUPED = "grouped";

/** All grouped answers at hand. */
export function heldAnswers(queries: QueryClient): Held[] {
  const cached = queries.getQueryCache().findAll({ queryKey: [GROUPED] });
  return cached.flatMap(({ state }) => {
    const answer = state.data as Answer | undefined;
    return answer ? [{ answer, isFresh: !state.isInvalidated }] : [];
  });
}

/**
 * What a query gives, from the cache while that is fresh. It is in flight once, however many wait for it, and is
 * cancelled when the last of them has gone. @throws what the query fails with.
 */
export function askOnce<T, Key extends readonly unknown[]>(
  queries: QueryClient,
  options: QueryObserverOptions<T, Error, T, T, Key>,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const observer = new QueryObserver(queries, options);
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
