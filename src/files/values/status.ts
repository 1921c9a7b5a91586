import type { DateField } from "#partner-center/fields.ts";
import type { RangedDate } from "../records/extra-fields.ts";

/** The step of final statuses. */
export const END_STEP = 3;

const END_DATES: ReadonlyMap<string, RangedDate> = new Map([
  ["won", "wonDate"],
  ["lost", "lostDate"],
  ["declined", "declinedDate"],
  ["expired", "expiredDate"],
  ["skipped", "skippedDate"],
  ["missed", "missedDate"],
]);

/** CRM terms, and the default stages of HubSpot and Salesforce, as statuses of a referral. */
const CRM_STATUSES: ReadonlyMap<string, string> = new Map([
  ["closedwon", "Won"],
  ["closedlost", "Lost"],
  ["canceled", "Lost"],
  ["cancelled", "Lost"],
  ["gewonnen", "Won"],
  ["verloren", "Lost"],
  ["abgelehnt", "Declined"],
  ["abgelaufen", "Expired"],
  ["offen", "Active"],
  ["inbearbeitung", "Active"],
  ["neu", "New"],
  ...["成交", "已成交", "贏單", "赢单", "已赢单"].map((word) => [word, "Won"] as const),
  ...["未成交", "輸單", "输单", "丟單", "丢单"].map((word) => [word, "Lost"] as const),
  ...["拒絕", "已拒絕", "拒绝", "已拒绝"].map((word) => [word, "Declined"] as const),
  ...["進行中", "进行中", "跟進中", "跟进中"].map((word) => [word, "Active"] as const),
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

/** Outcomes of this dashboard (`referrals/outcome.ts`) whose names are no statuses. */
const OUTCOME_STATUSES: ReadonlyMap<string, string | null> = new Map([
  ["closed-unknown", "Closed"],
  ["open-accepted", "Accepted"],
  ["open-acknowledged", "Acknowledged"],
  ["open-new", "New"],
  ["unrecognised", null],
]);

/** The status of a referral with this outcome; null for an unrecognised status. */
export function statusOfOutcome(outcome: string): string | null {
  const status = OUTCOME_STATUSES.get(outcome);
  return status === undefined ? outcome : status;
}

/** Normalises a status: case, spaces and punctuation are ignored. */
export function plainStatus(status: string): string {
  return status.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The date field of a final status; null for others. */
export function endDateOf(status: string | null): DateField | null {
  return status === null ? null : (END_DATES.get(plainStatus(status)) ?? null);
}

/** The step of a status, and the date of reaching it; null where there is none. */
export type StatusStep = { step: number; field: RangedDate | null };

const OPEN: StatusStep = { step: 0, field: null };
const ACKNOWLEDGED: StatusStep = { step: 1, field: "acknowledgedDate" };
const ACCEPTED: StatusStep = { step: 2, field: "acceptedDate" };
/** The steps of `referrals/outcome.ts`. Archiving does not change an end. */
const STEPS: ReadonlyMap<string, StatusStep> = new Map([
  ...["new", "pending", "received"].map((status) => [status, OPEN] as const),
  ...["acknowledged", "evaluating"].map((status) => [status, ACKNOWLEDGED] as const),
  ...["accepted", "active", "negotiating"].map((status) => [status, ACCEPTED] as const),
  ...[...END_DATES].map(([status, field]) => [status, { step: END_STEP, field }] as const),
  ["archived", { step: END_STEP + 1, field: "archivedDate" }],
  ["closed", { step: END_STEP + 1, field: null }],
]);

export const STEP_OF_DATE: ReadonlyMap<RangedDate, number> = new Map(
  [...STEPS.values()].flatMap(({ step, field }) => (field === null ? [] : [[field, step] as const])),
);

/** Null for an unrecognised status. */
export function stepOf(status: string): StatusStep | null {
  return STEPS.get(plainStatus(status)) ?? null;
}

/** The status for a CRM term, else the term itself. */
export function crmStatus(word: string): string {
  return CRM_STATUSES.get(plainStatus(word)) ?? word;
}
