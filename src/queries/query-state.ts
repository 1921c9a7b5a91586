/**
 * Named after TanStack Query's states. `isPlaceholder`: the data belongs to the previous query; `refreshError`: why the
 * data could not be refreshed.
 */
export type QueryState<T> =
  | { kind: "pending" }
  | { kind: "error"; error: Error; retry: () => void }
  | { kind: "success"; value: T; isPlaceholder: boolean; refreshError: Error | null };

export function mapData<A, B>(state: QueryState<A>, make: (value: A) => B): QueryState<B> {
  return state.kind === "success" ? { ...state, value: make(state.value) } : state;
}

/** The data of the current query; null while there is none or only a placeholder. */
export function currentData<T>(state: QueryState<T>): T | null {
  return state.kind === "success" && !state.isPlaceholder ? state.value : null;
}

/** Combines several queries: success with `value`, else the first error, else `last` as placeholder, else pending. */
export function combineStates<T>(
  value: T | null,
  last: T | null,
  parts: readonly QueryState<unknown>[],
): QueryState<T> {
  const refreshError = parts
    .map((part) => (part.kind === "success" ? part.refreshError : null))
    .find((one) => one !== null);
  if (value !== null)
    return { kind: "success", value, isPlaceholder: false, refreshError: refreshError ?? null };
  const failed = parts.find((part) => part.kind === "error");
  if (failed) return failed;
  return last === null
    ? { kind: "pending" }
    : { kind: "success", value: last, isPlaceholder: true, refreshError: null };
}
