/** What every figure means: in the explanation behind each panel and in the help. `defined.x` names what `define.x` says. */
export const DEFINITIONS_EN = {
  "explain.title": "How is this counted?",
  "explain.inForce": "In force",
  "explain.request": "The request behind it",
  "explain.period": "{period}, whole days in UTC, by {basis} date",
  "explain.markets": "Customer market: {markets}",
  "explain.partners": "Partner market: {markets}",
  "explain.sizes": "Organisation size: {sizes}",
  "explain.outcomes": "Outcome: {outcomes}",
  "explain.time": "Data of {time} UTC",

  "defined.selection": "Period and filters",
  "define.selection":
    "Whole days in UTC, both ends included, by one date: created, unless you choose another. Without a choice of yours, the twelve months up to that of the newest created date. Several values of one filter count together; with several filters a referral has to pass each of them.",
  "defined.created": "Created",
  "define.created": "Every referral of the selection.",
  "defined.acknowledged": "Acknowledged",
  "define.acknowledged":
    "Referrals that have an acknowledged date, or that reached Accepted: they must have been acknowledged, so the stage counts as reached.",
  "defined.accepted": "Accepted",
  "define.accepted": "Referrals that have an accepted date, or whose outcome is Won, Lost or Open, accepted.",
  "defined.won": "Won",
  "define.won": "Referrals whose outcome is Won, and no others.",
  "defined.outcome": "Outcome",
  "define.outcome":
    "Exactly one for each referral, from its status; case, blanks, hyphens and underscores make no difference. Won, lost, declined, skipped, expired and missed are what they say; accepted, active and negotiating are Open, accepted; acknowledged and evaluating are Open, acknowledged; new, pending and received are Open, new. A status that does not tell (archived, closed or none) leaves it to the first closing date there is: won, lost, declined, expired, missed, skipped. Without one, archived and closed are Closed, reason unknown, and no status is open, as far as the dates have come. Any other status is unrecognised, and shown as it was sent.",
  "defined.exits": "Exits",
  "define.exits":
    "A referral that is not won leaves the funnel once, at the last stage it reached: as Lost, Declined, Skipped, Expired, Missed, closed for an unknown reason, or with an unrecognised status; or it is still open there. Created = won + exits + still open, for every selection.",
  "defined.open": "Open",
  "define.open": "Referrals that are neither won nor out of the funnel: new, acknowledged or accepted.",
  "defined.implied": "Implied",
  "define.implied":
    "Referrals that reached a stage without a date of their own for it; they are counted and marked.",
  "defined.acceptance": "Acceptance rate",
  "define.acceptance": "Accepted of created.",
  "defined.win": "Win rate",
  "define.win": "Won of created.",
  "defined.close": "Close rate",
  "define.close": "Won of won and lost.",
  "defined.step": "Of the stage before",
  "define.step": "A stage's referrals of those that reached the stage before it.",
  "defined.share": "Share",
  "define.share": "A part of all referrals of the selection.",
  "defined.interval": "Rates, intervals and “few”",
  "define.interval":
    "A rate shows its base, and where rates are compared its Wilson 95 % interval: the range in which the true rate plausibly lies. A base under 30 is marked “few”. Where the base is 0 there is no rate (–), which is not the same as 0 %.",
  "defined.change": "Change",
  "define.change":
    "Counts change in percent, rates in percentage points. The previous period has as many days and ends the day before; last year means the same calendar days, with 28 February for the 29th. While the period is still running both sides are cut to the days that have passed. Both ranges are written out. No change is given where the old count is 0.",
  "defined.latest": "Latest month",
  "define.latest":
    "The days of the selection's last month that have passed, against the same days of the month before; the whole of a month against the whole of the month before.",
  "defined.trend": "Over time",
  "define.trend":
    "Referrals by the bucket of their date, in UTC; weeks start on Monday. Automatic means the finest grain with at most 60 buckets. The axis comes from the period: a bucket without referrals is 0 for a count, and a gap for a rate.",
  "defined.unfinished": "Unfinished",
  "define.unfinished":
    "A bucket that ends after the time of the data, or of which the period covers a part only. It is drawn behind a veil and left out of statements about highest, lowest and last.",
  "defined.other": "Other",
  "define.other":
    "At most eight series are drawn, the largest of the period, those of equal size by their codes; the rest add up to Other, which can be opened.",
  "defined.mean": "Moving mean",
  "define.mean": "The mean of the last 7 or 28 days, given once that many finished days are there.",
  "defined.rank": "Order",
  "define.rank": "By number of referrals; ties in the order of their codes.",
  "defined.market": "Market",
  "define.market":
    "Codes are trimmed and written in capitals, then added up; none is “No market”. A code without a name is shown as it is.",
  "defined.routing": "Routing",
  "define.routing":
    "From which customer market to which partner market referrals went. Domestic: both are the same.",
  "defined.times": "Response times",
  "define.times":
    "From created to acknowledged, from created to accepted, from accepted to won, over referrals that have both dates in order. Median, 75th and 90th percentile, interpolated linearly. They are to the minute; where only daily groups are at hand, to the day, which is said.",
  "defined.answered": "Answered in time",
  "define.answered":
    "Referrals acknowledged or accepted within the time limit after they were created, of all that were created. Those that still have time left, and those of which no date tells when they were answered, are counted apart. One that was declined, skipped, expired or missed without an answer was never answered.",
  "defined.overdue": "Overdue",
  "define.overdue":
    "Referrals still new or acknowledged more than 24 hours after they were created. Those of more than 14 days, after which a referral expires, are told apart. Response times takes other limits too.",
  "defined.cohort": "Cohort",
  "define.cohort":
    "All referrals created in the same bucket, and how far they have come by now. A cohort is unfinished while some of it are still open or the bucket is not over.",
  "defined.quality": "Data quality",
  "define.quality":
    "Referrals without a created date; with a date that cannot be read; with dates that run backwards (any before created, acknowledged after accepted, accepted after won or lost); whose status and dates contradict each other (an outcome without its date, or a closing date that the status denies); with an unrecognised status; with an unnamed market; or whose id stands there more than once. They can be listed, and count in every figure all the same; a referral without a readable date is only outside the periods by that date.",
  "defined.completeness": "Complete",
  "define.completeness":
    "The sum of the groups is held against the total of the same question. Where the service left out groups, the page asks for narrower parts or counts the referrals themselves; where some still miss, every figure concerned says “incomplete” with both numbers.",

  "defined.audience": "For an audience",
  "define.audience":
    "With audience=safe in the address, or set by the page around this one, no count from 1 to 4 is shown, nor one from which it follows. Rows that small stand together with others; the first rows after them go in too, until it holds five. Small stages and dates are joined with those before them. The rates of a row are left out where a part of it is small, together with those of other rows, as many as hide it. Customers have codes, single referrals are not shown, and what is taken away is what is shown. This is a way to show the page, no access control: who can edit the address can leave it, and who has a list of names can find out whose code is whose. Pages of other periods or filters are not held against each other.",
} as const;
