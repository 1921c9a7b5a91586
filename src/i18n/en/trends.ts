/** Words of the Trends view. */
export const TRENDS_EN = {
  "trends.title.count": "Referrals over time",
  "trends.title.acceptance": "Acceptance rate over time",
  "trends.title.win": "Win rate over time",
  "trends.subtitle.day": "{basis} per day, {by}, {period}",
  "trends.subtitle.week": "{basis} per week (from Monday), {by}, {period}",
  "trends.subtitle.month": "{basis} per month, {by}, {period}",
  "trends.subtitle.quarter": "{basis} per quarter, {by}, {period}",
  "trends.subtitle.year": "{basis} per year, {by}, {period}",

  "trends.controls": "What the chart shows",
  "trends.measure": "Measure",
  "trends.measure.count": "Referrals",
  "trends.measure.acceptance": "Acceptance rate",
  "trends.measure.win": "Win rate",
  "trends.form": "Drawn as",
  "trends.form.stacked": "Stacked",
  "trends.form.lines": "Lines",
  "trends.form.share": "Share",
  "trends.means": "Moving mean",
  "trends.mean.days": "{days, plural, one {# day} other {# days}}",
  "trends.total": "Line for all",

  "trends.mean": "{days}-day mean",
  "trends.compared.previous-period": "Period before",
  "trends.compared.last-year": "Last year",
  "trends.compared.days": "Compared with",
  "trends.compared.change": "Change",
  "trends.interval": "95 % interval",
  "trends.notBegun": "not begun",

  "trends.mean.grain":
    "Moving means run over days; the chart counts by {grain, select, week {week} month {month} quarter {quarter} other {year}}.",
  "trends.mean.toDays": "Count by day",
  "trends.mean.tooLong": "The period is too long to be drawn by day.",
  "trends.mean.rate": "Moving means are there for referrals only, not for rates.",
  "trends.mean.share": "Shares add up to 100% in each bucket: moving means and the comparison are not drawn.",
  "trends.outcomeRate": "A rate tells what became of referrals, so it is not split by outcome.",

  "trends.read.hint":
    "Arrow left and right: bucket by bucket. Arrow up and down: one series. Enter: that series alone, or these days alone. Shift and arrow: a range of days; Enter makes it the period, Escape drops it.",
  "trends.read.all": "{figure} {count, plural, one {referral} other {referrals}}.",
  "trends.read.rate": "{figure} of all.",
  "trends.read.series": "{name} {figure}",
  "trends.read.key": "{name}: {figure}. Enter shows it alone.",
  "trends.read.other": "{name}: {figure}. Enter lists what it adds up.",
  "trends.read.range":
    "{figure} in {buckets, plural, one {# bucket} other {# buckets}}. Enter makes these days the period.",
  "trends.drag": "Drag over the chart for a period; click a series for it alone.",
  "trends.noBase": "none",

  "trends.others": "{count, plural, one {Other: # more} other {Other: # more}}",
  "trends.others.title": "What Other adds up",

  "trends.range.rate":
    "Between {low} ({lowBucket}) and {high} ({highBucket}), where there are 30 referrals or more.",
  "trends.last.rate":
    "The last finished {grain, select, day {day} week {week} month {month} quarter {quarter} other {year}}, {bucket}, has {rate} of {base}.",
  "trends.last.rate.change":
    "The last finished {grain, select, day {day} week {week} month {month} quarter {quarter} other {year}}, {bucket}, has {rate} of {base}: {points} points against the one before.",
  "trends.versus.percent": "{own} in {ownDays}, {change} against {before} in {beforeDays}.",
  "trends.versus.points": "{own} in {ownDays}, {points} points against {before} in {beforeDays}.",
  "trends.versus.absent": "{own} in {ownDays} against {before} in {beforeDays}.",
  "trends.versus.cut": "Both are cut to the days that have passed.",
  "trends.versus.nothing": "Nothing can be compared yet: no day of the period has passed.",
  "trends.versus.late": "The data begins in {month} only, later than what it is compared with.",
  "trends.unfinished": "Unfinished, and behind the veil: {buckets}.",
  "trends.unfinished.many": "{count} buckets are unfinished and stand behind the veil.",
  "trends.unfinished.one": "{bucket} ({covered} of {days} days)",
  "trends.openStill":
    "Referrals that are still open count as not {measure, select, acceptance {accepted} other {won}} yet, so late buckets may still rise.",

  "trends.ofAll": "of all",
  "trends.base": "Referrals",
  "trends.part.acceptance": "Accepted",
  "trends.part.win": "Won",
} as const;
