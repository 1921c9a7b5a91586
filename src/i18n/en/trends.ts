/** Words of the Trends view. */
export const TRENDS_EN = {} as const;
