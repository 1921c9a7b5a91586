/** Words of the views for an audience. */
export const AUDIENCE_EN = {
  "audience.badge": "For an audience",
  "audience.note":
    "No names, no single referrals, no counts from 1 to 4. Period and filters stand as they were given.",
  "audience.few": "Fewer than five referrals: nothing of them is shown to an audience.",
  "audience.many": "More than {most} referrals: they are not told apart for an audience.",
  "audience.withheld": "Not shown: this, or what follows from it, is below five.",
  "audience.other": "Other, small ones among them",
  "audience.others": "{count, plural, one {# other} other {# others, small ones among them}}",
  "audience.joined": "{first} to {last}",
  "audience.reached": "came here or further",
  "audience.parts.market": "Customer markets",
  "audience.parts.partner": "Partner markets",
  "audience.parts.size": "Organisation sizes",
  "audience.customers": "Customers",
  "audience.customers.subtitle":
    "Codes stand for names; customers of fewer than five referrals are not told apart",
  "audience.unnamed": "Without a name",
  "audience.days": "Days",
  "audience.days.same": "the same day",
  "audience.days.one": "{count, plural, one {# day} other {# days}}",
  "audience.days.range": "{low} to {high} days",
  "audience.days.from": "{low} days or more",
  "audience.times.subtitle": "Referrals that have both dates, in whole days",
  "audience.half":
    "{count, plural, =0 {Half of them on the same day.} one {Half of them within # day.} other {Half of them within # days.}}",
  "audience.nine":
    "{count, plural, =0 {Nine of ten on the same day.} one {Nine of ten within # day.} other {Nine of ten within # days.}}",
} as const;
