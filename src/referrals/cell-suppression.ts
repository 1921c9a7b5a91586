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
