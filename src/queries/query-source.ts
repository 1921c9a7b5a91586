import type { Completeness } from "#cube/reconcile.ts";
import type { QueryState } from "./query-state.ts";

/** Where figures come from: the queries as sent, and the completeness of each result. */
export type QuerySource = { queries: readonly string[]; completeness: readonly Completeness[] };

/** The source of a result; null while there is none. */
export function sourceOf(state: QueryState<QuerySource>): QuerySource | null {
  return state.kind === "success" ? state.value : null;
}

/** The source of figures made of several results; null ones are left out. */
export function joinSources(sources: readonly (QuerySource | null)[]): QuerySource {
  return {
    queries: sources.flatMap((source) => source?.queries ?? []),
    completeness: sources.flatMap((source) => source?.completeness ?? []),
  };
}

const BY_CERTAINTY = ["incomplete", "exceeded", "unknown", "complete"] as const;

/** The least certain completeness; null for none. */
export function leastCertain(results: readonly Completeness[]): Completeness | null {
  const kinds = BY_CERTAINTY.filter((kind) => results.some((result) => result.kind === kind));
  return results.find(({ kind }) => kind === kinds[0]) ?? null;
}
