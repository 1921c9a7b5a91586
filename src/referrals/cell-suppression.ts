/** A part of a whole, with as many counts as the table has columns. */
export type CountedRow = { key: string; counts: readonly number[] };

/** What may be shown: the rows with nothing small in them, and the sum of all others; null where even that is small. */
export type MergedRows = {
  shown: readonly CountedRow[];
  merged: { keys: readonly string[]; counts: readonly number[] | null } | null;
};

/** A count below this tells of single customers. */
export const MIN_CELL_COUNT = 5;

/**
 * Merges rows with a count of 1 to 4 into one, so that none of these counts follows from what is left and the totals:
 * the merged row holds at least two rows, and each of its counts is none or at least `least`. Rows that are not small
 * themselves go in too, the smallest first, until that is so.
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

/** Smaller first; by key where they are equal, so that the same data always merges alike. */
function bySize(one: CountedRow, other: CountedRow): number {
  const size = ({ counts }: CountedRow) => counts.reduce((sum, count) => sum + count, 0);
  return size(one) - size(other) || (one.key < other.key ? -1 : 1);
}
