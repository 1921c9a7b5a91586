export const VIEW_PATHS = {
  overview: "/",
  funnel: "/funnel",
  trends: "/trends",
  markets: "/markets",
  times: "/times",
  deals: "/deals",
  referrals: "/referrals",
} as const;

export const HELP_PATH = "/help";

export const PAGE_PATHS: readonly string[] = [...Object.values(VIEW_PATHS), HELP_PATH];
