/** Texts that sources tell of a referral beside the sixteen fields. */
export const DEAL_TEXTS = [
  "kind",
  "direction",
  "reason",
  "solution",
  "leadSource",
  "program",
  "salesStage",
  "microsoftStatus",
  "registration",
  "currency",
] as const;
export type DealText = (typeof DEAL_TEXTS)[number];

/** Amounts, and instants in ms since 1970 UTC. */
export const DEAL_NUMBERS = [
  "value",
  /** In USD, as the source gives it. */
  "valueUsd",
  "expectedClose",
  "updated",
  "registered",
  "reviewPending",
  "reviewPassed",
  "reviewFailed",
  "approved",
] as const;
export type DealNumber = (typeof DEAL_NUMBERS)[number];
export type DealField = DealText | DealNumber;

/** The names under which sources tell them: the first that has a value. */
export const DEAL_SOURCES: Readonly<Record<DealField, readonly string[]>> = {
  kind: ["kind"],
  direction: ["direction"],
  reason: ["statusReason"],
  solution: ["solutions"],
  leadSource: ["leadSource"],
  program: ["referralProgram", "partnerProgram"],
  salesStage: ["salesStage"],
  microsoftStatus: ["microsoftStatus"],
  registration: ["registrationStatus"],
  currency: ["currency"],
  value: ["dealValue"],
  valueUsd: ["dealValueUsd"],
  expectedClose: ["expectedCloseDate"],
  updated: ["updatedDate"],
  registered: ["registeredDate"],
  reviewPending: ["reviewPendingDate"],
  reviewPassed: ["reviewPassedDate"],
  reviewFailed: ["reviewFailedDate"],
  approved: ["approvedDate"],
};

/** The fields of these that a source tells, by the names that it announces. */
export function dealFieldsOf(names: readonly string[]): ReadonlySet<DealField> {
  const fields = Object.keys(DEAL_SOURCES) as DealField[];
  return new Set(fields.filter((field) => DEAL_SOURCES[field].some((name) => names.includes(name))));
}

/** Stands between the entries of a list, such as the solutions of a deal. */
const BETWEEN = "\u001f";

/** A list as one text, and back. */
export function joinEntries(entries: readonly string[]): string {
  return entries.join(BETWEEN);
}
export function entriesOf(text: string): string[] {
  return text.split(BETWEEN);
}
