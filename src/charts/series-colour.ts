const SLOTS = 8;

/**
 * The colour of a market by its rank among all the data, so that it is the same in every selection; "Other"
 * and markets that the data does not hold have rank -1.
 */
export function marketColour(rank: number): string {
  return rank < 0 ? "var(--market-other)" : `var(--market-${(rank % SLOTS) + 1})`;
}
