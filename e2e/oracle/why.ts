import type { Referral } from "./csv.ts";
import { type RateName, rateOf, type Share, shareOf } from "./rates.ts";

/** What is put together: fewer than this on both sides. */
const SMALL = 30;

const mean = (a: number, b: number) => (a + b) / 2;

/** A share and its value, for which the other side's stands where it has none. */
function valuesOf(first: Share, second: Share): [number, number] {
  const [a, b] = [rateOf(first), rateOf(second)];
  return [Number.isNaN(a) ? b : a, Number.isNaN(b) ? a : b];
}

/**
 * What each part adds to the change of a rate, in points, by its key ("" of none; "small" of all small ones); null where
 * a side has no rate.
 */
export function whyRate(
  own: readonly Referral[],
  before: readonly Referral[],
  rate: RateName,
  keyOf: (one: Referral) => string,
): Record<string, { mix: number; rate: number }> | null {
  const totals = [shareOf(before, rate), shareOf(own, rate)] as const;
  if (totals.some(({ base }) => base === 0)) return null;
  const whole = mean(rateOf(totals[0]), rateOf(totals[1]));
  const keys = [...new Set([...own, ...before].map(keyOf))];
  const sidesOf = (some: readonly string[]) =>
    [before, own].map((side) =>
      shareOf(
        side.filter((one) => some.includes(keyOf(one))),
        rate,
      ),
    ) as [Share, Share];
  const small = keys.filter((key) => sidesOf([key]).every(({ base }) => base < SMALL));
  const pooled = small.length < 2 ? [] : small;
  const groups: [string, string[]][] = [
    ...keys.filter((key) => !pooled.includes(key)).map((key): [string, string[]] => [key, [key]]),
    ...(pooled.length > 0 ? [["small", pooled] as [string, string[]]] : []),
  ];
  const parts = groups.flatMap(([name, some]) => {
    const [first, second] = sidesOf(some);
    if (first.base + second.base === 0) return [];
    const [a, b] = valuesOf(first, second);
    const shares = [first.base / totals[0].base, second.base / totals[1].base] as const;
    const mix = (shares[1] - shares[0]) * (mean(a, b) - whole) * 100;
    return [[name, { mix, rate: mean(...shares) * (b - a) * 100 }] as const];
  });
  return Object.fromEntries(parts);
}
