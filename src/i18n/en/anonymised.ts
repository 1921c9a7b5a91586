export const ANONYMISED_EN = {
  "anonymised.badge": "Anonymised",
  "anonymised.noDeals":
    "Deal values, reasons and registrations are not shown anonymised: few deals would name their customers.",
  "anonymised.note":
    "No names, no individual referrals, no counts from 1 to 4. The period and filters are fixed.",
  "anonymised.few": "Fewer than five referrals, so nothing is shown.",
  "anonymised.many": "More than {most} referrals, so no details are shown.",
  "anonymised.withheld": "Hidden: this count, or one that follows from it, is below five.",
  "anonymised.other": "Other, including small groups",
  "anonymised.others": "{count, plural, one {# other} other {# others, including small groups}}",
  "anonymised.joined": "{first} to {last}",
  "anonymised.reached": "reached this stage or a later one",
  "anonymised.parts.market": "Customer markets",
  "anonymised.parts.partner": "Partner markets",
  "anonymised.parts.size": "Organisation sizes",
  "anonymised.customers": "Customers",
  "anonymised.customers.subtitle":
    "Codes replace names; customers with fewer than five referrals are grouped",
  "anonymised.unnamed": "No name",
  "anonymised.days": "Days",
  "anonymised.days.same": "same day",
  "anonymised.days.one": "{count, plural, one {# day} other {# days}}",
  "anonymised.days.range": "{low} to {high} days",
  "anonymised.days.from": "{low} days or more",
  "anonymised.times.subtitle": "Referrals with both dates, in full days",
  "anonymised.half":
    "{count, plural, =0 {Half on the same day.} one {Half within # day.} other {Half within # days.}}",
  "anonymised.nine":
    "{count, plural, =0 {90% on the same day.} one {90% within # day.} other {90% within # days.}}",
} as const;
