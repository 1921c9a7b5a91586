/** A row that may be the header. */
type Row = { cells: readonly (string | null)[] };
export type HeaderScore = (cells: readonly (string | null)[]) => number;

/**
 * Index of the header among the first rows: the best by the caller's score, the first of several; where none is
 * recognised, the first row of the common width. -1 where no row has two cells.
 */
export function chooseHeader(rows: readonly Row[], score: HeaderScore): { index: number; score: number } {
  const best = { index: -1, score: 0 };
  rows.forEach(({ cells }, index) => {
    const found = score(cells);
    if (found > best.score) Object.assign(best, { index, score: found });
  });
  if (best.index !== -1) return best;
  const width = commonWidth(rows).width;
  if (width < 2) return best;
  return { index: rows.findIndex(({ cells }) => filled(cells) >= 2 && cells.length >= width), score: 0 };
}

/** The most frequent number of cells, among rows with two or more, and its share of all rows. */
export function commonWidth(rows: readonly Row[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const best = { width: 1, count: 0 };
  for (const [width, count] of counts) {
    if (width < 2 || count < best.count || (count === best.count && width < best.width)) continue;
    Object.assign(best, { width, count });
  }
  return { width: best.width, share: rows.length === 0 ? 0 : best.count / rows.length };
}

export const filled = (cells: readonly (string | null)[]) =>
  cells.reduce((sum, cell) => sum + (cell === null || cell === "" ? 0 : 1), 0);
