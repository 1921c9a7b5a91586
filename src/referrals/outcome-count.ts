import type { DateField, Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import type { OutcomeCount } from "./funnel.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** Whether a date of a referral is present, that is, can be read as an instant. */
export function hasDate(referral: Referral, field: DateField): boolean {
  return readInstant(referral[field]).kind === "instant";
}

/** The outcome of a record, by the same rule as that of a grouped count. */
export function outcomeOfReferral(referral: Referral): Outcome {
  return outcomeOf(referral.status, (field) => hasDate(referral, field));
}

/** The outcome count of a record, with a count of 1. */
export function outcomeCountOf(referral: Referral): OutcomeCount {
  return {
    outcome: outcomeOfReferral(referral),
    acknowledged: hasDate(referral, "acknowledgedDate"),
    accepted: hasDate(referral, "acceptedDate"),
    won: hasDate(referral, "wonDate"),
    count: 1,
  };
}
