/** Words of the views for an audience. */
export const AUDIENCE_EN = {
  "audience.badge": "Anonymised",
  "audience.note":
    "No names, no individual referrals, no counts from 1 to 4. The period and filters are fixed.",
  "audience.few": "Fewer than five referrals, so nothing is shown.",
  "audience.many": "More than {most} referrals, so no details are shown.",
  "audience.withheld": "Hidden: this count, or one that follows from it, is below five.",
  "audience.other": "Other, including small groups",
  "audience.others": "{count, plural, one {# other} other {# others, including small groups}}",
  "audience.joined": "{first} to {last}",
  "audience.reached": "reached this stage or a later one",
  "audience.parts.market": "Customer markets",
  "audience.parts.partner": "Partner markets",
  "audience.parts.size": "Organisation sizes",
  "audience.customers": "Customers",
  "audience.customers.subtitle": "Codes replace names; customers with fewer than five referrals are grouped",
  "audience.unnamed": "No name",
  "audience.days": "Days",
  "audience.days.same": "same day",
  "audience.days.one": "{count, plural, one {# day} other {# days}}",
  "audience.days.range": "{low} to {high} days",
  "audience.days.from": "{low} days or more",
  "audience.times.subtitle": "Referrals with both dates, in full days",
  "audience.half":
    "{count, plural, =0 {Half on the same day.} one {Half within # day.} other {Half within # days.}}",
  "audience.nine":
    "{count, plural, =0 {90% on the same day.} one {90% within # day.} other {90% within # days.}}",
} as const;
