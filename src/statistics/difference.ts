import { type Interval, wilson } from "#lib/wilson.ts";

/**
 * 95 % interval of the difference of two independent proportions (second minus first, -1 to 1), from the score
 * intervals of both (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10).
 * @throws RangeError unless 0 ≤ part ≤ base and base > 0 on both sides
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

/** Whether the 95 % interval of the difference of two proportions includes 0. */
export function isWithinChance(
  first: { part: number; base: number },
  second: { part: number; base: number },
): boolean {
  const { low, high } = differenceOfShares(first, second);
  return low <= 0 && high >= 0;
}
