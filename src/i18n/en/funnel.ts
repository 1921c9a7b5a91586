/** Words of the Funnel view. */
export const FUNNEL_EN = {
  "flow.title": "From created to won",
  "flow.ofBefore": "{share} of the stage before",
  "flow.ofCreated": "{share} of created",
  "flow.implied": "implied",
  "flow.equation": "Created = won + exits + still open",
  "flow.sentence":
    "Of {count, plural, one {# referral} other {# referrals}}, {accepted} were accepted and {won} won; {open} are still open.",
  "flow.sentence.exit":
    "Most of those that left did so after “{stage}”, as “{outcome}”: {count}, {share} of created.",
} as const;
