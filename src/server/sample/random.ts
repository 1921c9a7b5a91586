import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded random number generator. */
export type Random = {
  /** In [0, 1). */
  unit: () => number;
  chance: (probability: number) => boolean;
  /** One of several with equal probability. */
  one: <T>(of: readonly [T, ...T[]]) => T;
  /** A log-normal duration. */
  around: (median: number, spread: number) => number;
};

export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const unit = () => uniformFloat64(generator);
  return {
    unit,
    chance: (probability) => unit() < probability,
    one: (of) => of[Math.floor(unit() * of.length)] ?? of[0],
    around: (median, spread) => median * Math.exp(spread * normal(unit(), unit())),
  };
}

/** Box-Muller transform of two uniform numbers. */
function normal(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
}

/** A weighted choice: maps a number in [0, 1) by cumulative weights. */
export function weighted<T>(choices: readonly (readonly [T, number])[]): (unit: number) => T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  return (unit) => {
    let rest = unit * total;
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    throw new RangeError("weighted wants a number from 0 to below 1");
  };
}
