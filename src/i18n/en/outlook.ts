export const OUTLOOK_EN = {
  "outlook.title": "What the open referrals will bring",
  "outlook.subtitle": "Referrals {basis} {period} that are still open",
  "outlook.notYet": "Calculated from the individual referrals of the last 30 months.",
  "outlook.start": "Calculate",
  "outlook.sentence": "Of {open} open referrals about {expected} will be won, most likely {low} to {high}.",
  "outlook.few": "Too few referrals for a forecast: it needs at least 30.",
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
  "outlook.row.beyond": "Too old for a forecast",
  "outlook.row.left": "Left out",
  "outlook.row.base": "Based on referrals",
  "outlook.row.limit": "Known up to age, days",

  "ages.title": "Rates by age",
  "ages.subtitle":
    "Referrals created {period}, by the time since their creation; bands are 95% confidence intervals",
  "ages.hint": "Point to the chart, or use the arrow keys, to read the rates at an age.",
  "ages.age": "Age",
  "ages.days": "{age, plural, one {# day} other {# days}}",
  "ages.end": "In the end (up to {age, plural, one {# day} other {# days}})",
  "ages.interval": "95% CI",
  "ages.atRisk": "Undecided until then",
  "ages.read": "{name}: {rate} ({interval}), {atRisk} undecided until then.",
  "ages.read.nothing": "{name}: fewer than 30 referrals are that old, so there is no rate.",
  "ages.said": "{what}: {rate}.",
  "ages.sentence.end":
    "In the end {won} are won; after {age, plural, one {# day} other {# days}} fewer than 30 referrals remain, so there are no rates.",
  "ages.few": "Fewer than 30 referrals: too few for a curve.",
  "ages.unplaced":
    "{name}: {count, plural, one {# referral without a usable date is} other {# referrals without a usable date are}} left out.",
  "ages.noOutcomes": "The outcome filter doesn’t apply here: rates by age need all outcomes.",
  "ages.parts": "By time of creation",
  "ages.parts.within":
    "By time of creation, within {age, plural, one {# day} other {# days}}; thin lines are all of them",
  "ages.by.accepted": "Accepted within {age, plural, one {# day} other {# days}}",
  "ages.by.won": "Won within {age, plural, one {# day} other {# days}}",
  "ages.estimate": "estimate",
  "ages.nothing": "Too young, or fewer than 30 referrals are that old.",
  "ages.at": "Compare at",
  "ages.at.days": "{age, plural, one {# day} other {# days}}",
  "ages.at.today": "Today, at any age",
  "ages.calculating":
    "Rates at {age, plural, one {# day} other {# days}} need the individual referrals; until they are here, the chart shows today’s rates.",
  "cohorts.subtitle.age":
    "Referrals created {period}, by {grain, select, day {day} week {week (starting Monday)} month {month} quarter {quarter} other {year}} of creation: accepted and won within {age, plural, one {# day} other {# days}}; bands are 95% confidence intervals",
  "cohorts.younger": "younger than {age, plural, one {# day} other {# days}}: estimate",
  "cohorts.sentence.age":
    "{reached} of {all} cohorts have reached {age, plural, one {# day} other {# days}}{common, plural, =0 {.} one {; all of them have reached # day.} other {; all of them have reached # days.}}",
  "cohorts.sentence.range":
    "Acceptance by then ranges from {low} ({lowBucket}) to {high} ({highBucket}). Small samples excluded.",
} as const;
