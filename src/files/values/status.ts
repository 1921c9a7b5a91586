import type { DateField } from "#partner-center/fields.ts";
import type { RangedDate } from "../records/extra-fields.ts";

/** The step of statuses that end a referral. */
export const END_STEP = 3;

/** The end date that a status names. */
const END_DATES: ReadonlyMap<string, RangedDate> = new Map([
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

/** How far a status has come, and the date of coming there; null where there is none. */
export type StatusStep = { step: number; field: RangedDate | null };

const OPEN: StatusStep = { step: 0, field: null };
const ACKNOWLEDGED: StatusStep = { step: 1, field: "acknowledgedDate" };
const ACCEPTED: StatusStep = { step: 2, field: "acceptedDate" };
/** The steps of `referrals/outcome.ts`. An end can be archived without being another one. */
const STEPS: ReadonlyMap<string, StatusStep> = new Map([
  ...["new", "pending", "received"].map((status) => [status, OPEN] as const),
  ...["acknowledged", "evaluating"].map((status) => [status, ACKNOWLEDGED] as const),
  ...["accepted", "active", "negotiating"].map((status) => [status, ACCEPTED] as const),
  ...[...END_DATES].map(([status, field]) => [status, { step: END_STEP, field }] as const),
  ["archived", { step: END_STEP + 1, field: "archivedDate" }],
  ["closed", { step: END_STEP + 1, field: null }],
]);

/** The step that a date stands for. */
export const STEP_OF_DATE: ReadonlyMap<RangedDate, number> = new Map(
  [...STEPS.values()].flatMap(({ step, field }) => (field === null ? [] : [[field, step] as const])),
);

/** Null for a status that nobody recognises. */
export function stepOf(status: string): StatusStep | null {
  return STEPS.get(plainStatus(status)) ?? null;
}

/** The status that a CRM program's word stands for, else the word itself. */
export function crmStatus(word: string): string {
  return CRM_STATUSES.get(plainStatus(word)) ?? word;
}
