import type { QueryState } from "#queries/query-state.ts";

/** What was made of something asked for, with all that is said about it. */
export function here<T>(state: QueryState<unknown>, value: T | null): QueryState<T> {
  if (state.kind !== "success") return state;
  return value === null ? { kind: "pending" } : { ...state, value };
}
