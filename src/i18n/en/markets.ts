export const MARKETS_EN = {
  "ranked.title": "Customer markets",
  "ranked.subtitle": "Referrals {basis} {period}, by customer market",
  "ranked.change": "Change",
  "ranked.changeOf": "{figure}, change",
  "ranked.before": "{figure} before, {judged, select, today {as known today} other {at the same age}}",
  "ranked.close": "Close rate",
  "ranked.days": "Days to accept",
  "ranked.daysNote": "Days to accept: median, in full days.",
  "ranked.overdue": "Overdue",
  "ranked.days.value": "{days, plural, one {# day} other {# days}}",
  "ranked.days.failed": "Couldn’t load days to accept.",
  "ranked.trends.failed": "Couldn’t load the trends.",
  "ranked.best":
    "{market} has the most referrals: {count} of {all}. Highest acceptance rate: {best} ({bestRate}). Lowest: {worst} ({worstRate}). Small samples excluded.",
  "ranked.first": "{market} has the most referrals: {count} of {all}.",

  "routing.title": "Routing",
  "routing.subtitle":
    "From customer market (rows) to partner market (columns); referrals within the same market are shown separately",
  "routing.cell": "Show in cells",
  "routing.cell.count": "Referrals",
  "routing.cell.acceptance": "Acceptance rate",
  "routing.cell.win": "Win rate",
  "routing.from": "Customer market",
  "routing.domestic": "Same market",
  "routing.all": "All",
  "routing.other": "Other ({count})",
  "routing.sentence":
    "{domestic} of {all} referrals ({share}) stay in their market; {crossed} go to a partner in another market or without one.",
} as const;
