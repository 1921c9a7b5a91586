import type { Completeness } from "#cube/reconcile.ts";
import type { QueryState } from "./query-state.ts";

/** What figures were counted from: the queries as they go over the wire, and how far each result can be trusted. */
export type QuerySource = { queries: readonly string[]; completeness: readonly Completeness[] };

/** The source of a result; null as long as there is none. */
export function sourceOf(state: QueryState<QuerySource>): QuerySource | null {
  return state.kind === "success" ? state.value : null;
}

/** The source of what is made of several results; those that are not there yet are left out. */
export function joinSources(sources: readonly (QuerySource | null)[]): QuerySource {
  return {
    queries: sources.flatMap((source) => source?.queries ?? []),
    completeness: sources.flatMap((source) => source?.completeness ?? []),
  };
}

const BY_CERTAINTY = ["incomplete", "exceeded", "unknown", "complete"] as const;

/** How far several results together can be trusted: as far as the least certain of them; null for none. */
export function leastCertain(results: readonly Completeness[]): Completeness | null {
  const kinds = BY_CERTAINTY.filter((kind) => results.some((result) => result.kind === kind));
  return results.find(({ kind }) => kind === kinds[0]) ?? null;
}
