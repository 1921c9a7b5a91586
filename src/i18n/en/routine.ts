/** Words of the daily routine. */
export const ROUTINE_EN = {
  "since.title": "Since your last visit",
  "since.visit": "Since your last visit (data from {time} UTC)",
  "since.ahead": "The data is older than what you saw last ({time} UTC). Choose a day to count from.",
  "since.first": "From your next visit on, you see here what happened since the last one.",
  "since.reset":
    "The clock of this device was set back, so your last visit is unknown. Choose a day to count from.",
  "since.notKept": "This browser doesn’t keep your visits: it blocks storage for this page.",
  "since.day": "Since {day}",
  "since.created": "created",
  "since.accepted": "accepted",
  "since.won": "won",
  "since.lost": "lost",
  "since.expired": "expired",
  "since.changed":
    "{count, plural, =0 {No outcome changed.} one {# outcome changed:} other {# outcomes changed:}}",
  "since.change": "{from} → {to}",
  "since.more": "{count, plural, one {and # other change} other {and # other changes}}",
  "since.changes": "Changed outcomes",
  "since.from": "Before",
  "since.to": "Now",
  "since.earlier": "One visit earlier",
  "since.last": "Since your last visit",
  "since.choose": "Choose a day",
  "since.firstDay": "First day",
} as const;
