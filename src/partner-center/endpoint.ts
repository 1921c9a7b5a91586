/** Path of the referrals analytics endpoint, at Partner Center and on our server. */
export const ENDPOINT = "/partner/v1/analytics/referrals";
