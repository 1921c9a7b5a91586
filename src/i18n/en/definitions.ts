/**
 * Definitions of all figures, for the explanations of panels and the help. `defined.x` is the title of `define.x`.
 *
 * Sources: statuses and dates of a referral are Microsoft's, "Referral resources"
 * (https://learn.microsoft.com/partner-center/developer/referral-resources); a referral expires after 14 days by
 * "Manage leads" in the same documentation. Intervals: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927). Percentiles: type 7
 * of R. J. Hyndman and Y. Fan, Am. Stat. 50 (1996). Limits of 24 hours, samples under 30 and counts under five are
 * choices of this product.
 */
export const DEFINITIONS_EN = {
  "explain.title": "How is this counted?",
  "explain.inForce": "Applied here",
  "explain.request": "Underlying request",
  "explain.period": "{period}, full days in UTC, by {basis} date",
  "explain.markets": "Customer market: {markets}",
  "explain.partners": "Partner market: {markets}",
  "explain.sizes": "Organisation size: {sizes}",
  "explain.outcomes": "Outcome: {outcomes}",
  "explain.time": "Data from {time} UTC",

  "defined.selection": "Period and filters",
  "define.selection":
    "Full days in UTC, including the first and last day, by one date (created unless you choose another). The default period is the twelve months up to the month of the newest created date. Values of the same filter are combined with “or”, different filters with “and”.",
  "defined.created": "Created",
  "define.created": "All referrals in the selection.",
  "defined.acknowledged": "Acknowledged",
  "define.acknowledged":
    "Referrals with an acknowledged date, and all that reached Accepted, since they must have been acknowledged.",
  "defined.accepted": "Accepted",
  "define.accepted": "Referrals with an accepted date, or with the outcome Won, Lost or Open, accepted.",
  "defined.won": "Won",
  "define.won": "Referrals with the outcome Won.",
  "defined.outcome": "Outcome",
  "define.outcome":
    "Each referral has exactly one outcome, taken from its status. Capitalisation, spaces, hyphens and underscores don’t matter. Won, lost, declined, skipped, expired and missed are used as they are. Accepted, active and negotiating count as Open, accepted; acknowledged and evaluating as Open, acknowledged; new, pending and received as Open, new. If the status is archived, closed or empty, the first available date decides, in this order: won, lost, declined, expired, missed, skipped. Without any of them, archived and closed count as Closed, reason unknown; an empty status counts as open, at the stage its dates show. Any other status counts as Unrecognised status and is shown as received.",
  "defined.exits": "Drop-offs",
  "define.exits":
    "A referral that isn’t won drops off once, at the last stage it reached: as Lost, Declined, Skipped, Expired, Missed, Closed, reason unknown, or Unrecognised status. Otherwise it is still open there. For every selection: created = won + drop-offs + still open.",
  "defined.open": "Open",
  "define.open": "Referrals that are neither won nor dropped off: new, acknowledged or accepted.",
  "defined.implied": "Implied",
  "define.implied": "Referrals that reached a stage but have no date for it. They are counted and marked.",
  "defined.acceptance": "Acceptance rate",
  "define.acceptance": "Accepted ÷ created.",
  "defined.win": "Win rate",
  "define.win": "Won ÷ created.",
  "defined.close": "Close rate",
  "define.close": "Won ÷ (won + lost).",
  "defined.step": "Of previous stage",
  "define.step": "Referrals that reached a stage, as a share of those that reached the previous stage.",
  "defined.share": "Share",
  "define.share": "Share of all referrals in the selection.",
  "defined.interval": "Rates and confidence intervals",
  "define.interval":
    "Rates show their base. Where rates are compared, they also show the 95% confidence interval (Wilson): the range in which the true rate plausibly lies. A base under 30 is marked “small sample”. A base of 0 gives no rate (–), which isn’t the same as 0%.",
  "defined.change": "Change",
  "define.change":
    "Counts change in percent, rates in percentage points. The previous period has the same number of days and ends the day before. Last year means the same calendar days; 29 February becomes 28 February. While the period is still running, both sides include only the days elapsed so far. If the earlier count is 0, no change is shown. Referrals of the earlier period are counted as they stood when they were as old as the current ones; what happened to them later is left out, for answers and waiting times as well. “As known today” in the period menu counts them as they are now, without colours; tables show both numbers. Another market or size is compared over the same days, so both sides have the same age. Where no date shows when something happened, it counts as having happened by then; if that concerns over 1% of a figure, the change is shown as a range, and without any such date as “not at equal age”. Only changes that are sure are coloured. A change of a rate is “within chance” if the 95% confidence interval of the difference (Newcombe) includes 0.",
  "defined.why": "Why it changed",
  "define.why":
    "A rate changes because segments make up more or less of all referrals (change of share × how far the segment’s mean rate is from the overall mean), and because their own rates change (change of rate × mean share). A segment found in one period only counts through its share. For a count, what more or fewer referrals bring is shown apart. All parts add up to the change exactly. Segments with fewer than 30 referrals in both periods are put together.",
  "defined.latest": "Latest month",
  "define.latest":
    "The last month of the selection compared to the month before. If the month is still running, only the days elapsed so far are compared.",
  "defined.trend": "Over time",
  "define.trend":
    "Referrals by their date, in intervals of days, weeks (starting Monday), months, quarters or years (UTC). Automatic picks the shortest interval that gives at most 60. The axis covers the whole period: an interval without referrals is 0 for counts and a gap for rates.",
  "defined.unfinished": "Partial interval",
  "define.unfinished":
    "An interval that ends after the time of the data, or that the period covers only in part. It is shown faded and not used for highest, lowest or last values.",
  "defined.other": "Other",
  "define.other":
    "Charts show the eight largest series of the period (ties in order of their codes). The rest add up to Other; open it to see them.",
  "defined.mean": "Moving average",
  "define.mean": "The average of the last 7 or 28 full days.",
  "defined.rank": "Order",
  "define.rank": "By number of referrals; ties in order of their codes.",
  "defined.market": "Market",
  "define.market":
    "Market codes are trimmed, converted to capitals and then added up. An empty code is “No market”. A code without a known name is shown as it is.",
  "defined.routing": "Routing",
  "define.routing":
    "How many referrals went from each customer market to each partner market. “Same market” means both are the same.",
  "defined.times": "Response times",
  "define.times":
    "Time from created to acknowledged, created to accepted and accepted to won, for referrals with both dates in order. Median, 75th and 90th percentile with linear interpolation. Times are to the minute, or to the day where only daily data is available; this is marked.",
  "defined.answered": "Answered on time",
  "define.answered":
    "Referrals acknowledged or accepted within the limit after creation, as a share of all created. Those still within the limit, and those whose answer has no date, are counted separately. A referral that was declined, skipped, expired or missed without an answer counts as never answered.",
  "defined.overdue": "Overdue",
  "define.overdue":
    "Referrals still new or acknowledged more than 24 hours after creation. Those waiting longer than 14 days, when Partner Center lets referrals expire, are shown separately. You can change both limits under Response times.",
  "defined.cohort": "Cohort",
  "define.cohort":
    "All referrals created in the same interval, and how far they have come so far. A cohort isn’t final while any of its referrals are open or its interval isn’t over.",
  "defined.ages": "Rates by age",
  "define.ages":
    "The share of referrals accepted or won by an age, counted from creation to the minute. Referrals that are still open count up to their present age; any other end, such as declined or lost, rules the event out (Aalen–Johansen estimator, with 95% confidence intervals on the log(−log) scale). Nothing is claimed beyond the age that 30 referrals have reached. A stage or outcome without a date can’t be placed and is left out; how many there are is shown. Filters by outcome don’t apply here.",
  "defined.outlook": "What the open referrals will bring",
  "define.outlook":
    "Each open referral is won as often as earlier ones that were still open at the same age: (F(end) − F(age)) ÷ S(age), where F is the win rate by age and S the share without any end, both from referrals created in the last 24 months. The sum is the expected number. The 80% interval covers chance, the uncertainty of the rates, and months that run better or worse than others. As a check, the same is calculated as of 90 and 180 days ago for each market with at least 30 open referrals, and compared with what came in.",
  "defined.since": "Since your last visit",
  "define.since":
    "Created and accepted count every referral whose date is later than the data you saw last; won, lost and expired count those with that outcome and date. An outcome has changed if the referral, as its dates show it at that time, had another one. A change without a date isn’t counted. A date that is only known to lie between two imports counts at the middle; the lowest and the highest possible count stand beside it. Filters apply, the period doesn’t. This device keeps your visits for each account; a visit ends when nobody has looked for 30 minutes.",
  "defined.toDo": "To do today",
  "define.toDo":
    "Open referrals of all periods, most urgent first: new or acknowledged for at most 24 hours (to answer); for longer (overdue); in the last two days before Partner Center lets them expire after 14 days; past those 14 days; past the end of their expected closing day, where the source has one; and accepted for longer than the 75th percentile of the time from accepted to won, in whole days, over all referrals won in the last 24 months. A referral counts for each of its reasons and is listed once, with all of them. The calendar file holds the deadlines that lie ahead.",
  "defined.partnerCenter": "As Partner Center counts",
  "define.partnerCenter":
    "Partner Center’s Insights pages divide the won leads by the accepted ones, compare the last full month of a range with its first, and group acceptance times in whole days: 0–1, 2–3, up to 12–14, over 14. A month is full if all of its days are in the period and over.",
  "defined.watch": "Watch",
  "define.watch":
    "A rule judges finished intervals only: events by their own date, rates over the referrals created in the interval. A rate is judged once no open referral can change the verdict.",
  "defined.targets": "Targets",
  "define.targets":
    "A rate is at or above a target, or under it. Missing are the referrals that would still have to be accepted or won; too many are those expired beyond what the target allows. A target can still be reached if it holds once the open referrals all end well, or all end badly: those waiting for an answer for acceptance and expiry, all open ones for wins, those young enough for closing in time. Closed within so many days means any end, whether won, lost or unanswered, from creation. For the close rate every open one that ends counts in the base as well. Key figures and trends show the targets for exactly what is selected; in the markets a market’s own target comes before one for all.",
  "defined.quality": "Data quality",
  "define.quality":
    "Issues are: no created date; an unreadable date; an implausible date (before 2010 or another first year that was set, or after the time of the data); dates out of order (any date before created, acknowledged after accepted, accepted after won or lost); a status that contradicts the dates (an outcome without its date, or a closing date that doesn’t match the status); an unrecognised status; an unnamed market; a duplicate ID. Referrals with issues can be listed and still count in every figure. A referral without a readable date is only left out of periods by that date.",
  "defined.completeness": "Complete",
  "define.completeness":
    "The sum of all groups is compared with the total for the same request. If the service left out groups, the dashboard requests smaller parts or counts the individual referrals. If some are still missing, every affected figure shows “incomplete” with both numbers.",

  "defined.audience": "Anonymised view",
  "define.audience":
    "With audience=safe in the address, or if the portal sets it, no count from 1 to 4 is shown, and none from which one could be calculated. Small rows are combined with the next larger ones until they hold at least five; small stages and dates are merged with the one before. Rates based on a small count are hidden, together with as many others as needed to protect them. Customers appear as codes, individual referrals aren’t shown, and exports contain only what is shown. This is a display setting, not access control: anyone who can edit the address can turn it off, and anyone with a list of customer names can work out the codes. Pages with different periods or filters aren’t protected against being compared.",
} as const;
