/** Words of the Referrals view. */
export const REFERRALS_EN = {} as const;
