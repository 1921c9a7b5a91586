/** Words of the Response times view. */
export const TIMES_EN = {} as const;
