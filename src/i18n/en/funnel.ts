/** Words of the Funnel view. */
export const FUNNEL_EN = {} as const;
