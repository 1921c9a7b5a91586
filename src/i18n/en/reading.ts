export const READING_EN = {
  "reading.first":
    "Reading the Referrals API: {read, plural, one {# referral} other {# referrals}} read, newest changes first.{shown, plural, =0 {} one { The figures are of # and not complete yet.} other { The figures are of # and not complete yet.}}",
  "reading.progress": "Reading the Referrals API",
  "reading.partial":
    "Not all referrals could be read. The figures are of {count, plural, one {# referral} other {# referrals}} and not complete. {reason}",
  "reading.stale": "Changes since {time} UTC couldn’t be read. {reason}",
  "reading.again": "Read again",
  "reading.readAt": "read at {time} UTC",
  "reading.read": "Referrals API: {count, plural, one {# referral} other {# referrals}} that you may see.",
  "reading.partlyRead": "Incomplete: {count, plural, one {# referral} other {# referrals}} read so far",
  "reading.problem.throttled": "Partner Center is throttling requests.",
  "reading.problem.other": "The Referrals API didn’t answer.",
} as const;
