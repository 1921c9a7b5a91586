/** Texts of data quality and of loading records. */
export const QUALITY_EN = {
  "records.many":
    "This period has {count, plural, one {# referral} other {# referrals}}. Loading all of them takes a while.",
  "records.readAll": "Load all",
  "records.loading": "Loading referrals: {received} of {total}",
  "records.progress": "Referrals loaded",
  "records.stop": "Stop",
  "records.stopped": "Loading stopped.",
  "records.resume": "Resume",

  "quality.title": "Data quality",
  "quality.unchecked": "Check data quality",
  "quality.atLeast": "at least {count, plural, one {# record} other {# records}} with issues",
  "quality.issues":
    "{count, plural, =0 {no issues} one {# record with issues} other {# records with issues}}",
  "quality.class": "Issues in this selection",
  "quality.records": "Records",
  "quality.counting": "counting",
  "quality.atLeastFigure": "at least {count}",
  "quality.any": "Any issue",
  "quality.counted":
    "Records with issues still count in every figure. A record can have more than one issue.",
  "quality.fromGroups": "Based on summary data so far. The other issues need the individual records.",
  "quality.outside": "Not in any period",
  "quality.undated":
    "{count, plural, one {# referral in the data has} other {# referrals in the data have}} no readable created date.",
  "quality.noneUndated": "Every referral has a created date.",
  "quality.showUndated": "Show referrals",
  "quality.implausible":
    "{count, plural, one {# referral was} other {# referrals were}} created {days}, before 2010 or after the time of the data. No period shows {count, plural, one {it} other {them}} by default.",
  "quality.complete": "What “complete” means",
  "quality.no-created-date": "No created date",
  "quality.unreadable-date": "Unreadable date",
  "quality.implausible-date": "Implausible date",
  "quality.backward-dates": "Dates out of order",
  "quality.status-against-dates": "Status contradicts dates",
  "quality.unrecognised-status": "Unrecognised status",
  "quality.unnamed-market": "Unnamed market",
  "quality.repeated-id": "Duplicate ID",
} as const;
