/** A row of counts, one per column. */
export type CountedRow = { key: string; counts: readonly number[] };

/** The rows without small counts, and the sum of all others; `counts` is null where even the sum is small. */
export type MergedRows = {
  shown: readonly CountedRow[];
  merged: { keys: readonly string[]; counts: readonly number[] | null } | null;
};

/** Smaller counts may identify customers. */
export const MIN_CELL_COUNT = 5;

/**
 * Merges rows with a count of 1 to `least` - 1, so that none of these counts can be derived from the rest and the
 * totals: the merged row has at least two rows, and each of its counts is 0 or at least `least`. Where needed, further
 * rows are merged, smallest first.
 */
export function suppressSmallCells(rows: readonly CountedRow[], least = MIN_CELL_COUNT): MergedRows {
  const isSmall = ({ counts }: CountedRow) => counts.some((count) => count > 0 && count < least);
  const hidden = rows.filter(isSmall);
  if (hidden.length === 0) return { shown: rows, merged: null };
  const others = rows.filter((row) => !isSmall(row)).toSorted(bySize);
  while (!isSafe(hidden, least)) {
    const next = others.shift();
    if (!next) break;
    hidden.push(next);
  }
  const counts = isSafe(hidden, least) ? sumOf(hidden) : null;
  const shown = rows.filter((row) => !hidden.includes(row));
  return { shown, merged: { keys: hidden.map(({ key }) => key).toSorted(), counts } };
}

function isSafe(rows: readonly CountedRow[], least: number): boolean {
  return rows.length > 1 && sumOf(rows).every((count) => count === 0 || count >= least);
}

function sumOf(rows: readonly CountedRow[]): number[] {
  const columns = rows[0]?.counts ?? [];
  return columns.map((_, column) => rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0));
}

/** Ascending by size, then key, so that merging is deterministic. */
function bySize(one: CountedRow, other: CountedRow): number {
  const size = ({ counts }: CountedRow) => counts.reduce((sum, count) => sum + count, 0);
  return size(one) - size(other) || (one.key < other.key ? -1 : 1);
}

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
