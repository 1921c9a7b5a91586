import { wilson } from "#lib/wilson.ts";
import { isWithinChance } from "#statistics/difference.ts";

/** Under this base a rate is marked "few". */
export const SMALL_SAMPLE = 30;

/** A share of a base with its Wilson 95 % interval, all from 0 to 1; absent where the base is 0. */
export type Rate =
  | { kind: "absent" }
  | { kind: "rate"; part: number; base: number; value: number; low: number; high: number; few: boolean };

/**
 * How a figure moved: a count by a fraction of its old self (0.5 = +50 %), a rate by percentage points. `fromPart` is
 * the part of the old rate, a count; `isChance` where chance alone may have moved it so far (the 95 % interval of the
 * difference holds 0).
 */
export type Change =
  | { kind: "absent" }
  | { kind: "percent"; from: number; to: number; fraction: number }
  | { kind: "points"; from: number; fromPart: number; to: number; points: number; isChance: boolean };

/**
 * The rate of a part among its base, both counts; never 0 %, NaN or ∞ for base 0.
 * @throws RangeError unless part is within 0 and base.
 */
export function rateOf(part: number, base: number): Rate {
  if (base === 0 && part === 0) return { kind: "absent" };
  return { kind: "rate", part, base, value: part / base, ...wilson(part, base), few: base < SMALL_SAMPLE };
}

/** A rate per bucket from counts per bucket: a bucket with base 0 is a gap, not 0 %. */
export function ratesOf(parts: readonly number[], bases: readonly number[]): Rate[] {
  return bases.map((base, index) => rateOf(parts[index] ?? 0, base));
}

/** The change of a count in percent, absent when the old count is 0. */
export function countChange(from: number, to: number): Change {
  return from === 0 ? { kind: "absent" } : { kind: "percent", from, to, fraction: (to - from) / from };
}

/** The change of a rate in percentage points, absent when one of the two is. */
export function rateChange(from: Rate, to: Rate): Change {
  if (from.kind === "absent" || to.kind === "absent") return { kind: "absent" };
  const points = (to.value - from.value) * 100;
  const isChance = isWithinChance(from, to);
  return { kind: "points", from: from.value, fromPart: from.part, to: to.value, points, isChance };
}
