/** Words of the Markets view. */
export const MARKETS_EN = {
  "ranked.title": "Customer markets",
  "ranked.subtitle": "Referrals {basis} {period}, by customer market",
  "ranked.change": "Change",
  "ranked.close": "Close rate",
  "ranked.days": "Days to accept",
  "ranked.daysNote": "Days to accept: the median, counted in whole days.",
  "ranked.overdue": "Overdue",
  "ranked.days.value": "{days, plural, one {# day} other {# days}}",
  "ranked.days.failed": "Days to accept could not be loaded.",
  "ranked.courses.failed": "The courses over time could not be loaded.",
  "ranked.best":
    "{market} has most referrals, {count} of {all}. Of markets with 30 referrals or more, {best} accepts most ({bestRate}) and {worst} least ({worstRate}).",
  "ranked.first": "{market} has most referrals, {count} of {all}.",

  "routing.title": "Routing",
  "routing.subtitle": "From customer market (rows) to partner market (columns); domestic referrals apart",
  "routing.cell": "Each cell says",
  "routing.cell.count": "Referrals",
  "routing.cell.acceptance": "Acceptance",
  "routing.cell.win": "Win rate",
  "routing.from": "Customer market",
  "routing.domestic": "Domestic",
  "routing.all": "All",
  "routing.other": "Other ({count})",
  "routing.sentence":
    "{domestic} of {all} referrals ({share}) stay in their market; {crossed} go to a partner in another one or of no market.",
} as const;
