/** A value that occurs `count` times. */
export type CountedValue = { value: number; count: number };

/** The 0-based rank below a quantile of n values, and the fraction of the way to the next rank. */
function rankOf(size: number, q: number): { below: number; way: number } {
  if (size === 0) throw new RangeError("no values, no quantile");
  const rank = (size - 1) * q;
  return { below: Math.floor(rank), way: rank - Math.floor(rank) };
}

function between(low: number, high: number, way: number): number {
  return way === 0 ? low : low + (high - low) * way;
}

/**
 * A quantile (q from 0 to 1) of ascending values, by linear interpolation between closest ranks.
 * @throws RangeError without values
 */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const { below, way } = rankOf(ascending.length, q);
  const low = ascending[below] ?? Number.NaN;
  return between(low, ascending[below + 1] ?? low, way);
}

function valueAt(ascending: readonly CountedValue[], rank: number): number {
  let seen = 0;
  for (const { value, count } of ascending) {
    seen += count;
    if (rank < seen) return value;
  }
  return Number.NaN;
}

/** The same for counted values in ascending order. @throws RangeError when all counts are 0 */
export function quantileOfCounted(ascending: readonly CountedValue[], q: number): number {
  const size = ascending.reduce((sum, { count }) => sum + count, 0);
  const { below, way } = rankOf(size, q);
  const low = valueAt(ascending, below);
  return way === 0 ? low : between(low, valueAt(ascending, below + 1), way);
}
