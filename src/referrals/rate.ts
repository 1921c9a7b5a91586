import { wilson } from "#lib/wilson.ts";
import { isWithinChance } from "#statistics/difference.ts";

/** Rates with a smaller base are marked as a small sample. */
export const SMALL_SAMPLE = 30;

/** A share of a base with its Wilson 95 % interval, all 0 to 1; absent for base 0. */
export type Rate =
  | { kind: "absent" }
  | { kind: "rate"; part: number; base: number; value: number; low: number; high: number; few: boolean };

/**
 * Uncertainty of a change at equal age: no date proves the old figure, or so many referrals lack one (`undated`) that
 * the change is between `low` and `high`, in its own unit.
 */
export type Doubt = { kind: "unproved" } | { kind: "range"; low: number; high: number; undated: number };

/**
 * The change of a figure: of a count relative to its old value (0.5 = +50 %), of a rate in percentage points.
 * `fromPart` is the numerator of the old rate. `isChance`: the 95 % interval of the difference includes 0.
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

/** With a larger share of undated referrals a change is a range. */
const MAX_UNDATED = 0.01;

/** The rate of a part of a base, both counts; absent for base 0. @throws RangeError unless 0 ≤ part ≤ base */
export function rateOf(part: number, base: number): Rate {
  if (base === 0 && part === 0) return { kind: "absent" };
  return { kind: "rate", part, base, value: part / base, ...wilson(part, base), few: base < SMALL_SAMPLE };
}

/** A rate per bucket; a bucket with base 0 is absent rather than 0 %. */
export function ratesOf(parts: readonly number[], bases: readonly number[]): Rate[] {
  return bases.map((base, index) => rateOf(parts[index] ?? 0, base));
}

/**
 * The relative change of a count, absent when the old count is 0. `late` is the old count if all undated outcomes came
 * later.
 */
export function countChange(from: number, to: number, late = from): Change {
  if (from === 0) return { kind: "absent" };
  const moved = (old: number) => (to - old) / old;
  const doubt = doubtOf(from, late, moved(from), () => moved(late));
  return { kind: "percent", from, to, fraction: moved(from), ...(doubt && { doubt }) };
}

/** The change of a rate in percentage points, absent when either rate is; `late` as in `countChange`. */
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

/** `early` and `late` are the bounds of the old count; `moved` and `movedLate` the change from each. */
function doubtOf(early: number, late: number, moved: number, movedLate: () => number): Doubt | null {
  const undated = Math.abs(early - late);
  if (undated <= MAX_UNDATED * Math.max(early, late)) return null;
  if (late === 0) return { kind: "unproved" };
  const [low = 0, high = 0] = [moved, movedLate()].sort((a, b) => a - b);
  return { kind: "range", low, high, undated };
}

/** Marks a change as unproved: no date of its kind exists. */
export function unproved(change: Change): Change {
  return change.kind === "absent" ? change : { ...change, doubt: { kind: "unproved" } };
}
