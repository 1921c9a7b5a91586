import { MIN_CELL_COUNT } from "./cell-suppression.ts";

/**
 * Joins small counts of a row with those before them, the first with those after it, until each sum is none or at least
 * `least`; gives the places that stand together, in order. Null where all together are few. Always the same side, so
 * that two tables of the same referrals, one finer than the other, are joined alike.
 */
export function joinSmallNeighbours(counts: readonly number[], least = MIN_CELL_COUNT): number[][] | null {
  const groups = counts.map((_, at) => [at]);
  const smallPlace = () =>
    groups.findIndex((places) => sumAt(counts, places) > 0 && sumAt(counts, places) < least);
  for (let at = smallPlace(); at >= 0; at = smallPlace()) {
    if (groups.length === 1) return null;
    const first = Math.max(at - 1, 0);
    groups.splice(first, 2, [...(groups[first] ?? []), ...(groups[first + 1] ?? [])]);
  }
  return groups;
}

/** The sum of the counts at these places. */
export function sumAt(counts: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
}
