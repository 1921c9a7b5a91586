import { wilson } from "#lib/wilson.ts";
import { isWithinChance } from "#statistics/difference.ts";

/** Under this base a rate is marked "few". */
export const SMALL_SAMPLE = 30;

/** A share of a base with its Wilson 95 % interval, all from 0 to 1; absent where the base is 0. */
export type Rate =
  | { kind: "absent" }
  | { kind: "rate"; part: number; base: number; value: number; low: number; high: number; few: boolean };

/**
 * What is not sure of a change at equal age: no date at all proves the old figure, or so many referrals lack one
 * (`undated`) that the change is anything from `low` to `high`, both in its own unit.
 */
export type Doubt = { kind: "unproved" } | { kind: "range"; low: number; high: number; undated: number };

/**
 * How a figure moved: a count by a fraction of its old self (0.5 = +50 %), a rate by percentage points. `fromPart` is
 * the part of the old rate, a count; `isChance` where chance alone may have moved it so far (the 95 % interval of the
 * difference holds 0).
 */
export type Change =
  | { kind: "absent" }
  | { kind: "percent"; from: number; to: number; fraction: number; doubt?: Doubt }
  | {
      kind: "points";
      from: number;
      fromPart: number;
      to: number;
      points: number;
      isChance: boolean;
      doubt?: Doubt;
    };

/** A larger share of undated referrals than this makes a change a range. */
const MAX_UNDATED = 0.01;

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

/**
 * The change of a count in percent, absent when the old count is 0. `late` is the old count if what no date proves came
 * only later.
 */
export function countChange(from: number, to: number, late = from): Change {
  if (from === 0) return { kind: "absent" };
  const moved = (old: number) => (to - old) / old;
  const doubt = doubtOf(from, late, moved(from), () => moved(late));
  return { kind: "percent", from, to, fraction: moved(from), ...(doubt && { doubt }) };
}

/** The change of a rate in percentage points, absent when one of the two is; `late` as of a count. */
export function rateChange(from: Rate, to: Rate, late = from): Change {
  if (from.kind === "absent" || to.kind === "absent") return { kind: "absent" };
  const moved = (old: { value: number }) => (to.value - old.value) * 100;
  const other = late.kind === "rate" ? late : from;
  const doubt = doubtOf(from.part, late.kind === "rate" ? late.part : 0, moved(from), () => moved(other));
  return {
    kind: "points",
    from: from.value,
    fromPart: from.part,
    to: to.value,
    points: moved(from),
    isChance: isWithinChance(from, to) || (doubt?.kind === "range" && isWithinChance(other, to)),
    ...(doubt && { doubt }),
  };
}

/** `early` and `late` are the old figure, a count, at both extremes; the other two are what the change is then. */
function doubtOf(early: number, late: number, moved: number, movedLate: () => number): Doubt | null {
  const undated = Math.abs(early - late);
  if (undated <= MAX_UNDATED * Math.max(early, late)) return null;
  if (late === 0) return { kind: "unproved" };
  const [low = 0, high = 0] = [moved, movedLate()].sort((a, b) => a - b);
  return { kind: "range", low, high, undated };
}

/** The same change of a figure that no date of its kind can prove. */
export function unproved(change: Change): Change {
  return change.kind === "absent" ? change : { ...change, doubt: { kind: "unproved" } };
}
