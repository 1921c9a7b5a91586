/** Words of the Markets view. */
export const MARKETS_EN = {} as const;
