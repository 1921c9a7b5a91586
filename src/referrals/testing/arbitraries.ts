import fc from "fast-check";
import { addDays, type Day } from "#lib/calendar.ts";
import { DATE_FIELDS, type Referral, TERM_FIELDS } from "#partner-center/fields.ts";
import type { OutcomeCount } from "#referrals/funnel.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";

/** Outcome counts of every kind. */
export const anyOutcomeCount: fc.Arbitrary<OutcomeCount> = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  acknowledged: fc.boolean(),
  accepted: fc.boolean(),
  won: fc.boolean(),
  count: fc.nat(50),
});

const anyDateText = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom("2024-01-01T08:00:00", "2024-01-02", "2/3/2024 4:05:06 PM") },
  { weight: 1, arbitrary: fc.constantFrom("", "soon", "2024-02-30", "0001-01-01T00:00:00") },
);
const anyStatus = fc.constantFrom("Won", "lost", "Archived", "closed", null, "", "New", "Accepted", "Limbo");

const terms = Object.fromEntries(
  TERM_FIELDS.map((field) => [field, fc.constantFrom(null, "", "US", " de", "x")]),
);
const dates = Object.fromEntries(DATE_FIELDS.map((field) => [field, anyDateText]));

/** A referral with these fields, others null. */
export function referral(fields: Partial<Referral> = {}): Referral {
  const empty = Object.fromEntries([...TERM_FIELDS, ...DATE_FIELDS].map((field) => [field, null]));
  return { ...(empty as Referral), id: "1", customerMarket: "US", partnerMarket: "US", ...fields };
}

/** Referrals with any status, and dates in any order, missing or unreadable. */
export const anyReferral: fc.Arbitrary<Referral> = fc
  .record({ ...terms, ...dates, status: anyStatus })
  .map((fields) => referral(fields as Partial<Referral>));

/** Days of the years 2000 to 2030. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 11_322 })
  .map((n) => addDays("2000-01-01", n));

/** Periods of one day to four years. */
export const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 1500 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
