import type { DateField } from "#partner-center/fields.ts";

/** The end date that a status names. */
const END_DATES: ReadonlyMap<string, DateField> = new Map([
  ["won", "wonDate"],
  ["lost", "lostDate"],
  ["declined", "declinedDate"],
  ["expired", "expiredDate"],
  ["skipped", "skippedDate"],
  ["missed", "missedDate"],
]);

/** Words of CRM programs, and the stages that HubSpot and Salesforce come with, as statuses of a referral. */
const CRM_STATUSES: ReadonlyMap<string, string> = new Map([
  ["closedwon", "Won"],
  ["closedlost", "Lost"],
  ["canceled", "Lost"],
  ["cancelled", "Lost"],
  ["gewonnen", "Won"],
  ["verloren", "Lost"],
  ["offen", "Active"],
  ...[
    "open",
    "inprogress",
    "onhold",
    "appointmentscheduled",
    "qualifiedtobuy",
    "presentationscheduled",
    "decisionmakerboughtin",
    "contractsent",
    "prospecting",
    "qualification",
    "needsanalysis",
    "valueproposition",
    "iddecisionmakers",
    "perceptionanalysis",
    "proposalpricequote",
    "negotiationreview",
  ].map((stage) => [stage, "Active"] as const),
]);

/** Outcomes of this dashboard (`referrals/outcome.ts`) whose name is no status. */
const OUTCOME_STATUSES: ReadonlyMap<string, string | null> = new Map([
  ["closed-unknown", "Closed"],
  ["open-accepted", "Accepted"],
  ["open-acknowledged", "Acknowledged"],
  ["open-new", "New"],
  ["unrecognised", null],
]);

/** The status of a referral that has this outcome; null for one whose status nobody recognises. */
export function statusOfOutcome(outcome: string): string | null {
  const status = OUTCOME_STATUSES.get(outcome);
  return status === undefined ? outcome : status;
}

/** Case, blanks and signs mean nothing in a status. */
export function plainStatus(status: string): string {
  return status.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The date field of a status that ends a referral; null for any other. */
export function endDateOf(status: string | null): DateField | null {
  return status === null ? null : (END_DATES.get(plainStatus(status)) ?? null);
}

/** The status that a CRM program's word stands for, else the word itself. */
export function crmStatus(word: string): string {
  return CRM_STATUSES.get(plainStatus(word)) ?? word;
}
