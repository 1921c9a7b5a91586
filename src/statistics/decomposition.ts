/** One value of a dimension on both sides of a comparison: numerator and base. */
export type ComparedCell<Key> = {
  key: Key;
  before: { part: number; base: number };
  after: { part: number; base: number };
};

/** The contribution of one value to a change: by its share of the whole (mix) and by its own rate. */
export type Contribution<Key> = ComparedCell<Key> & { mix: number; rate: number };

/** An exact decomposition of the change of a rate (0 to 1) or a count: `change` is the sum of all terms. */
export type Decomposition<Key> = {
  change: number;
  /** Part of a count's change due to the number of referrals; 0 for a rate. */
  volume: number;
  /** Largest first. */
  contributions: Contribution<Key>[];
};

/** Values with fewer referrals than this on both sides are pooled. */
export const MIN_CONTRIBUTION = 30;

type Side = "before" | "after";

const SIDES = ["before", "after"] as const;

function totalOf<Key>(cells: readonly ComparedCell<Key>[], side: Side): { part: number; base: number } {
  return {
    part: cells.reduce((sum, cell) => sum + cell[side].part, 0),
    base: cells.reduce((sum, cell) => sum + cell[side].base, 0),
  };
}

const rateOf = ({ part, base }: { part: number; base: number }): number | null =>
  base === 0 ? null : part / base;

/** Both rates; a side without referrals takes the rate of the other. Null when neither side has any. */
function ratesOf({ before, after }: Omit<ComparedCell<unknown>, "key">): [number, number] | null {
  const [old, now] = [rateOf(before), rateOf(after)];
  const [first, second] = [old ?? now, now ?? old];
  return first === null || second === null ? null : [first, second];
}

/**
 * Pools cells below `MIN_CONTRIBUTION` into one cell under `key`. A single such cell is left alone, unless it already
 * has that key.
 */
export function poolSmall<Key>(cells: readonly ComparedCell<Key>[], key: Key): ComparedCell<Key>[] {
  const isSmall = (cell: ComparedCell<Key>) => Math.max(cell.before.base, cell.after.base) < MIN_CONTRIBUTION;
  const small = cells.filter(isSmall);
  if (small.length < 2) return [...cells];
  const pooled = { key, before: totalOf(small, "before"), after: totalOf(small, "after") };
  return [...cells.filter((cell) => !isSmall(cell)), pooled];
}

/**
 * Decomposes the change of a rate, R = Σ share × rate. A value contributes its change of share times the distance of
 * its mean rate from the mean of both rates (mix), plus its change of rate times its mean share (rate). Null when a
 * side has no referrals.
 */
export function decomposeRate<Key>(cells: readonly ComparedCell<Key>[]): Decomposition<Key> | null {
  const [before, after] = SIDES.map((side) => totalOf(cells, side)) as [
    ComparedCell<Key>["before"],
    ComparedCell<Key>["after"],
  ];
  if (before.base === 0 || after.base === 0) return null;
  const mean = (before.part / before.base + after.part / after.base) / 2;
  const contributions = cells.flatMap((cell): Contribution<Key>[] => {
    const rates = ratesOf(cell);
    if (rates === null) return [];
    const shares = [cell.before.base / before.base, cell.after.base / after.base] as const;
    return [
      {
        ...cell,
        mix: (shares[1] - shares[0]) * ((rates[0] + rates[1]) / 2 - mean),
        rate: ((shares[0] + shares[1]) / 2) * (rates[1] - rates[0]),
      },
    ];
  });
  const change = after.part / after.base - before.part / before.base;
  return { change, volume: 0, contributions: largestFirst(contributions) };
}

/**
 * Decomposes the change of a count, N = total × rate: the change of the total times the mean rate is the volume; the
 * change of the rate times the mean total is decomposed like a rate. All is volume when one side has no referrals.
 */
export function decomposeCount<Key>(cells: readonly ComparedCell<Key>[]): Decomposition<Key> {
  const [before, after] = SIDES.map((side) => totalOf(cells, side)) as [
    ComparedCell<Key>["before"],
    ComparedCell<Key>["after"],
  ];
  const rates = ratesOf({ before, after }) ?? [0, 0];
  const total = (before.base + after.base) / 2;
  const parts = decomposeRate(cells)?.contributions ?? [];
  return {
    change: after.part - before.part,
    volume: (after.base - before.base) * ((rates[0] + rates[1]) / 2),
    contributions: parts.map((one) => ({ ...one, mix: one.mix * total, rate: one.rate * total })),
  };
}

function largestFirst<Key>(contributions: readonly Contribution<Key>[]): Contribution<Key>[] {
  const size = ({ mix, rate }: Contribution<Key>) => Math.abs(mix + rate);
  return contributions.toSorted((a, b) => size(b) - size(a));
}
