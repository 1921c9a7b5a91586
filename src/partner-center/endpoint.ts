/** Path of the referrals analytics endpoint, the same at Partner Center and here. */
export const ENDPOINT = "/partner/v1/analytics/referrals";
