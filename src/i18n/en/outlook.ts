/** Words of rates by age, and of what open referrals will bring. */
export const OUTLOOK_EN = {
  "outlook.title": "What the open referrals will bring",
  "outlook.subtitle": "Referrals {basis} {period} that are still open",
  "outlook.notYet": "Calculated from the individual referrals of the last 30 months.",
  "outlook.start": "Calculate",
  "outlook.sentence": "Of {open} open referrals about {expected} will be won, most likely {low} to {high}.",
  "outlook.few": "Too few referrals are known to tell: a forecast needs 30 or more.",
  "outlook.none": "No referral of this selection is open.",
  "outlook.beyond":
    "{open, plural, one {The only open referral is} other {All # open referrals are}} older than {limit, plural, one {# day} other {# days}}. Too few have been open that long to tell what comes.",
  "outlook.base":
    "80% interval, based on {base} referrals created in the last 24 months and what became of them within {limit, plural, one {# day} other {# days}}.",
  "outlook.older":
    "{count, plural, one {# open referral is} other {# open referrals are}} older than {limit, plural, one {# day} other {# days}} and {count, plural, one {counts} other {count}} as not won.",
  "outlook.left":
    "{count, plural, one {# open referral without a usable created date is} other {# open referrals without a usable created date, or older than 30 months, are}} left out.",
  "outlook.held":
    "Looking back 90 and 180 days, market by market, such intervals held in {held} of {looks, plural, one {# case} other {# cases}}.",
  "outlook.unchecked":
    "No market had 30 open referrals 90 or 180 days ago, so the interval couldn’t be checked.",
  "outlook.looks": "Looking back: what would have been forecast, and what came in",
  "outlook.from": "As of",
  "outlook.happened": "Won since",
  "outlook.isHeld": "Interval held",
  "outlook.yes": "yes",
  "outlook.no": "no",
  "outlook.row.open": "Open",
  "outlook.row.expected": "Expected wins",
  "outlook.row.low": "80% interval, from",
  "outlook.row.high": "80% interval, to",
  "outlook.row.beyond": "Too old to tell",
  "outlook.row.left": "Left out",
  "outlook.row.base": "Based on referrals",
  "outlook.row.limit": "Known up to age, days",
} as const;
