const SLOTS = 8;

/**
 * The colour of a market by its rank in the whole data, so that it is independent of the selection. Rank -1: "Other"
 * and markets that the data does not have.
 */
export function marketColour(rank: number): string {
  return rank < 0 ? "var(--market-other)" : `var(--market-${(rank % SLOTS) + 1})`;
}

/** The colour of a step on an ordered scale, light to dark; -1 is off the scale. */
export function stepColour(step: number, steps: number): string {
  if (step < 0) return "var(--market-other)";
  const position = steps > 1 ? step / (steps - 1) : 1;
  const [towards, share] =
    position < 0.5 ? ["var(--panel)", 75 - position * 150] : ["var(--ink)", (position - 0.5) * 110];
  return `color-mix(in oklab, ${towards} ${Math.round(share)}%, var(--market-1))`;
}
