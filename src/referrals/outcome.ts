import type { DateField, Field } from "#partner-center/fields.ts";

/** Every referral has exactly one outcome; listed in this order everywhere. */
export const OUTCOMES = [
  "won",
  "lost",
  "declined",
  "skipped",
  "expired",
  "missed",
  "closed-unknown",
  "open-accepted",
  "open-acknowledged",
  "open-new",
  "unrecognised",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Won, left the funnel without a win, or still in it. */
export type OutcomeGroup = "won" | "exit" | "open";

/** Dates that decide where the status is ambiguous, with their outcomes: the first one present decides. */
export const CLOSING_DATES = [
  "wonDate",
  "lostDate",
  "declinedDate",
  "expiredDate",
  "missedDate",
  "skippedDate",
] as const satisfies readonly DateField[];
export type ClosingDate = (typeof CLOSING_DATES)[number];

const OUTCOME_FIELDS: readonly Field[] = [
  "status",
  "acceptedDate",
  "wonDate",
  "lostDate",
  "declinedDate",
  "expiredDate",
];

/** Fields missing to derive outcomes: none if the status is provided, or all dates that replace it. */
export function missingOutcomeFields(isAbsent: (field: Field) => boolean): Field[] {
  const absent = OUTCOME_FIELDS.filter(isAbsent);
  return absent[0] === "status" && absent.length > 1 ? absent : [];
}

export const OUTCOME_OF_CLOSING_DATE = {
  wonDate: "won",
  lostDate: "lost",
  declinedDate: "declined",
  expiredDate: "expired",
  missedDate: "missed",
  skippedDate: "skipped",
} as const satisfies Record<ClosingDate, Outcome>;

const OUTCOME_OF_STATUS: ReadonlyMap<string, Outcome> = new Map([
  ["won", "won"],
  ["lost", "lost"],
  ["declined", "declined"],
  ["skipped", "skipped"],
  ["expired", "expired"],
  ["missed", "missed"],
  ["accepted", "open-accepted"],
  ["active", "open-accepted"],
  ["negotiating", "open-accepted"],
  ["acknowledged", "open-acknowledged"],
  ["evaluating", "open-acknowledged"],
  ["new", "open-new"],
  ["pending", "open-new"],
  ["received", "open-new"],
]);

const UNDECIDED = new Set(["archived", "closed", ""]);

/** Normalises a status: case, spaces, `_` and `-` are ignored; null is empty. */
function plainStatus(status: string | null): string {
  return (status ?? "").replace(/[\s_-]/g, "").toLowerCase();
}

/** Whether the status alone is ambiguous: archived, closed or empty. */
export function needsClosingDates(status: string | null): boolean {
  return UNDECIDED.has(plainStatus(status));
}

function outcomeWithoutClosing(plain: string, present: (field: DateField) => boolean): Outcome {
  if (plain !== "") return "closed-unknown";
  if (present("acceptedDate")) return "open-accepted";
  return present("acknowledgedDate") ? "open-acknowledged" : "open-new";
}

/**
 * The outcome from the status as sent and from which dates are present, that is, readable; `present` is only called for
 * an ambiguous status.
 */
export function outcomeOf(status: string | null, present: (field: DateField) => boolean): Outcome {
  const plain = plainStatus(status);
  if (!UNDECIDED.has(plain)) return OUTCOME_OF_STATUS.get(plain) ?? "unrecognised";
  const closing = CLOSING_DATES.find(present);
  return closing === undefined ? outcomeWithoutClosing(plain, present) : OUTCOME_OF_CLOSING_DATE[closing];
}

/** An unrecognised status counts as an exit. */
export function outcomeGroupOf(outcome: Outcome): OutcomeGroup {
  if (outcome === "won") return "won";
  return outcome.startsWith("open-") ? "open" : "exit";
}
