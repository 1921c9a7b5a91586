const SLOTS = 8;

/**
 * The colour of a market by its rank among all the data, so that it is the same in every selection; "Other"
 * and markets that the data does not hold have rank -1.
 */
export function marketColour(rank: number): string {
  return seriesColour(rank);
}

/** The colour of the part that has this fixed place in a breakdown; -1 has none of its own. */
export function seriesColour(place: number): string {
  return place < 0 ? "var(--market-other)" : `var(--market-${(place % SLOTS) + 1})`;
}
