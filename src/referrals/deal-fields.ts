/** Additional text fields. */
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
  /** In USD, as given by the source. */
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

/** Names of these fields in sources; the first one with a value is used. */
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

/** The deal fields of a source, by its field names. */
export function dealFieldsOf(names: readonly string[]): ReadonlySet<DealField> {
  const fields = Object.keys(DEAL_SOURCES) as DealField[];
  return new Set(fields.filter((field) => DEAL_SOURCES[field].some((name) => names.includes(name))));
}

/** Separates the entries of a list, such as the solutions of a deal. */
const BETWEEN = "\u001f";

/** Joins a list into one text. */
export function joinEntries(entries: readonly string[]): string {
  return entries.join(BETWEEN);
}
export function entriesOf(text: string): string[] {
  return text.split(BETWEEN);
}
