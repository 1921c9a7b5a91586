/** Words of the data quality strip, and of reading records, which it and others need. */
export const QUALITY_EN = {
  "records.many":
    "This period holds {count, plural, one {# referral} other {# referrals}}: what only the referrals themselves tell takes a while to read.",
  "records.readAll": "Read them all",
  "records.reading": "Reading referrals: {received} of {total}",
  "records.progress": "Referrals read",
  "records.stop": "Stop",
  "records.stopped": "Reading was stopped.",
  "records.resume": "Go on",

  "quality.title": "Data quality",
  "quality.unchecked": "Check data quality",
  "quality.atLeast": "at least {count, plural, one {# record} other {# records}} with issues",
  "quality.issues":
    "{count, plural, =0 {no issues} one {# record with issues} other {# records with issues}}",
  "quality.class": "What is odd about records of the selection",
  "quality.records": "Records",
  "quality.counting": "counting",
  "quality.atLeastFigure": "at least {count}",
  "quality.any": "Any of these",
  "quality.counted": "Counted in every figure all the same; one record may stand in several lines.",
  "quality.fromGroups": "From groups so far: the other lines need the records themselves.",
  "quality.outside": "Outside every period",
  "quality.undated":
    "{count, plural, one {# referral of all the data has} other {# referrals of all the data have}} no created date that can be read.",
  "quality.noneUndated": "Every referral of the data has a created date.",
  "quality.showUndated": "Show them",
  "quality.complete": "What “complete” means",
  "quality.no-created-date": "No created date",
  "quality.unreadable-date": "A date that cannot be read",
  "quality.backward-dates": "Dates that run backwards",
  "quality.status-against-dates": "Status and dates contradict each other",
  "quality.unrecognised-status": "Unknown status",
  "quality.unnamed-market": "Unnamed market",
  "quality.repeated-id": "One id more than once",
} as const;
