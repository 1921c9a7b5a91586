import type { Completeness } from "#cube/reconcile.ts";

const BY_CERTAINTY = ["incomplete", "exceeded", "unknown", "complete"] as const;

/** How far several answers together can be trusted: as far as the least certain of them; null for none. */
export function leastCertain(results: readonly Completeness[]): Completeness | null {
  const kinds = BY_CERTAINTY.filter((kind) => results.some((result) => result.kind === kind));
  return results.find(({ kind }) => kind === kinds[0]) ?? null;
}
