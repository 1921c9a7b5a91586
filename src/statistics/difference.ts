import { type Interval, wilson } from "#lib/wilson.ts";

/**
 * The 95 % interval of the difference of two independent shares, second less first, -1 to 1; it holds the difference.
 * Score intervals of both, put together (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10).
 * @throws RangeError unless 0 ≤ part ≤ base and base > 0 on both sides.
 */
export function differenceOfShares(
  first: { part: number; base: number },
  second: { part: number; base: number },
): Interval {
  const [one, two] = [first.part / first.base, second.part / second.base];
  const [of, to] = [wilson(first.part, first.base), wilson(second.part, second.base)];
  return {
    low: two - one - Math.hypot(two - to.low, of.high - one),
    high: two - one + Math.hypot(to.high - two, one - of.low),
  };
}

/** Whether two shares differ by no more than chance alone would let them: the 95 % interval includes 0. */
export function isWithinChance(
  first: { part: number; base: number },
  second: { part: number; base: number },
): boolean {
  const { low, high } = differenceOfShares(first, second);
  return low <= 0 && high >= 0;
}
