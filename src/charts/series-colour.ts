const SLOTS = 8;

/**
 * The colour of a market by its rank among all the data, so that it is the same in every selection; "Other"
 * and markets that the data does not hold have rank -1.
 */
export function marketColour(rank: number): string {
  return rank < 0 ? "var(--market-other)" : `var(--market-${(rank % SLOTS) + 1})`;
}

/** The colour of a step of an ordered scale, from light to dark; -1 is on no step. */
export function stepColour(step: number, steps: number): string {
  if (step < 0) return "var(--market-other)";
  const position = steps > 1 ? step / (steps - 1) : 1;
  const [towards, share] =
    position < 0.5 ? ["var(--panel)", 75 - position * 150] : ["var(--ink)", (position - 0.5) * 110];
  return `color-mix(in oklab, ${towards} ${Math.round(share)}%, var(--market-1))`;
}
