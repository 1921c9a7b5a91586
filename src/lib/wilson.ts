/** An interval of proportions, both ends within 0 and 1. */
export type Interval = { low: number; high: number };

/** Two-sided 95 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson 95 % score interval of a proportion, without continuity correction (Newcombe 1998, method 3); contains part /
 * base.
 * @throws RangeError unless 0 ≤ part ≤ base and base > 0
 */
export function wilson(part: number, base: number): Interval {
  if (!(base > 0 && part >= 0 && part <= base)) throw new RangeError(`no share: ${part} of ${base}`);
  const share = part / base;
  const centre = (part + (Z * Z) / 2) / (base + Z * Z);
  const reach = (Z * Math.sqrt(base * share * (1 - share) + (Z * Z) / 4)) / (base + Z * Z);
  // Rounding may move an end past the proportion, or outside 0 to 1, by the last digit.
  return {
    low: Math.min(share, Math.max(0, centre - reach)),
    high: Math.max(share, Math.min(1, centre + reach)),
  };
}
