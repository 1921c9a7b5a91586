import { MIN_CELL_COUNT } from "./cell-suppression.ts";

/**
 * Merges small counts of a row with the previous one (the first with the next), until each sum is 0 or at least
 * `least`; returns the merged indexes in order, null when the total is small. Always merges to the same side, so that
 * two tables of the same referrals at different detail are merged alike.
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

/** The sum of the counts at these indexes. */
export function sumAt(counts: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
}
