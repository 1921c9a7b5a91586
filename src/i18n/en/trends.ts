export const TRENDS_EN = {
  "trends.title.count": "Referrals over time",
  "trends.title.acceptance": "Acceptance rate over time",
  "trends.title.win": "Win rate over time",
  "trends.subtitle.day": "{basis} per day, {by}, {period}",
  "trends.subtitle.week": "{basis} per week (starting Monday), {by}, {period}",
  "trends.subtitle.month": "{basis} per month, {by}, {period}",
  "trends.subtitle.quarter": "{basis} per quarter, {by}, {period}",
  "trends.subtitle.year": "{basis} per year, {by}, {period}",

  "trends.controls": "Chart options",
  "trends.measure": "Metric",
  "trends.measure.count": "Referrals",
  "trends.measure.acceptance": "Acceptance rate",
  "trends.measure.win": "Win rate",
  "trends.split": "Break down",
  "trends.by.text": "by “{name}”",
  "trends.form": "Chart type",
  "trends.form.stacked": "Stacked",
  "trends.form.lines": "Lines",
  "trends.form.share": "Share",
  "trends.means": "Moving average",
  "trends.mean.days": "{days, plural, one {# day} other {# days}}",
  "trends.total": "Total line",

  "trends.mean": "{days}-day average",
  "trends.compared.previous-period": "Previous period",
  "trends.compared.last-year": "Last year",
  "trends.compared.days": "Compared to",
  "trends.compared.change": "Change",
  "trends.interval": "95% CI",
  "trends.notBegun": "not started",

  "trends.mean.grain":
    "Moving averages need daily data; this chart is by {grain, select, week {week} month {month} quarter {quarter} other {year}}.",
  "trends.mean.toDays": "Switch to days",
  "trends.mean.tooLong": "The period is too long to show by day.",
  "trends.mean.rate": "Moving averages are available for referral counts only.",
  "trends.mean.share": "Each interval adds up to 100%, so moving averages and the comparison are hidden.",
  "trends.outcomeRate": "Rates can’t be broken down by outcome.",

  "trends.read.hint":
    "Left and right arrows move between intervals; up and down arrows select a series. Enter filters by that series or those days. Hold Shift to select a range of days: Enter applies it as the period, Escape cancels.",
  "trends.read.all": "{figure} {count, plural, one {referral} other {referrals}}.",
  "trends.read.rate": "{figure} overall.",
  "trends.read.series": "{name} {figure}",
  "trends.read.key": "{name}: {figure}. Press Enter to show only this series.",
  "trends.read.other": "{name}: {figure}. Press Enter to list what it includes.",
  "trends.read.range":
    "{figure} in {buckets, plural, one {# interval} other {# intervals}}. Press Enter to use these days as the period.",
  "trends.drag": "Drag to select a period. Click a series to show only that series.",
  "trends.noBase": "none",

  "trends.others": "{count, plural, one {Other: # more} other {Other: # more}}",
  "trends.others.title": "Included in Other",

  "trends.range.rate":
    "Lowest: {low} ({lowBucket}). Highest: {high} ({highBucket}). Small samples{young, select, no {} other { and the last {days} days}} excluded.",
  "trends.last.rate":
    "Last full {grain, select, day {day} week {week} month {month} quarter {quarter} other {year}} ({bucket}): {rate} of {base}.",
  "trends.versus.change": "{own} for {ownDays}, {change} compared to {before} for {beforeDays}.",
  "trends.versus.absent": "{own} for {ownDays}, compared to {before} for {beforeDays}.",
  "trends.versus.cut": "Both include only the days elapsed so far.",
  "trends.versus.nothing": "Nothing to compare yet: the period has only just started.",
  "trends.versus.late": "Data starts in {month}, after the start of the comparison period.",
  "trends.unfinished": "Partial (faded): {buckets}.",
  "trends.unfinished.many": "{count} partial intervals are faded.",
  "trends.unfinished.one": "{bucket} ({covered} of {days} days)",
  "trends.openStill":
    "Open referrals count as not {measure, select, acceptance {accepted} other {won}} yet, so recent intervals may still rise.",

  "trends.ofAll": "of all",
  "trends.base": "Referrals",
  "trends.part.acceptance": "Accepted",
  "trends.part.win": "Won",
} as const;
