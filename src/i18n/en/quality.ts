/** Words of the data quality strip. */
export const QUALITY_EN = {} as const;
