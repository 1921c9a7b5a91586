/** The views of the dashboard and the paths at which they stand: the server answers each with the page. */
export const VIEW_PATHS = {
  overview: "/",
  funnel: "/funnel",
  trends: "/trends",
  markets: "/markets",
  times: "/times",
  referrals: "/referrals",
} as const;
