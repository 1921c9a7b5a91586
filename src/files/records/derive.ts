import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import type { FormatRule } from "../formats/format.ts";
import { crmStatus, endDateOf, statusOfOutcome } from "../values/status.ts";
import type { ExtraFields, ReferralDirection, ReferralKind, RuleText } from "./extra-fields.ts";
import type { ImportedRecord } from "./imported-record.ts";

export type RuleTexts = Readonly<Partial<Record<RuleText, string>>>;

/** Dates closer than this are equal: Partner Center writes some acceptances milliseconds before the creation. */
const TIE_MS = 1000;

/** The status of a referral by the rules of its format. */
export function statusOf(
  status: string | null,
  texts: RuleTexts,
  rules: readonly FormatRule[],
): string | null {
  const fine = status !== null && /^none$/i.test(status) ? null : status;
  const main = texts.mainStatus ?? null;
  if (rules.includes("status-new") && main !== null && /^new$/i.test(main)) return "New";
  if (rules.includes("own-outcome") && main !== null) return ownStatus(fine, statusOfOutcome(main));
  const found = fine ?? (rules.includes("status-from-main") ? main : null);
  if (found !== null && rules.includes("created-is-accepted") && /^created$/i.test(found)) return "Accepted";
  return found !== null && rules.includes("crm-status") ? crmStatus(found) : found;
}

/** The date of an end is found by the outcome; else the status stays as it was. */
function ownStatus(fine: string | null, outcome: string | null): string | null {
  if (fine === null) return outcome;
  return outcome !== null && endDateOf(outcome) !== endDateOf(fine) ? outcome : fine;
}

/** Fills dates from other columns. */
export function deriveDates(
  record: ImportedRecord,
  { closedPrecision }: RuleTexts,
  rules: readonly FormatRule[],
): ImportedRecord {
  if (rules.length === 0) return record;
  const { terms, extra } = record;
  const dates = { ...record.dates };
  const approximate = new Set<DateField>();
  const end = endDateOf(terms.status);
  const place = (field: DateField, at: number | undefined, isExact: boolean): void => {
    if (at === undefined || dates[field].kind !== "never" || isBefore(at, dates.createdDate)) return;
    dates[field] = { kind: "instant", at };
    if (!isExact) approximate.add(field);
  };
  if (end !== null && rules.includes("end-date-from-closing"))
    place(end, extra.closedDate, closedPrecision !== "approximate");
  if (end !== null && rules.includes("end-date-from-update")) place(end, extra.updatedDate, false);
  if (end === "wonDate" && rules.includes("won-date-from-signature"))
    place(end, extra.contractSignDate, false);
  if (rules.includes("no-response-when-outgoing") && extra.direction === "outgoing") {
    dates.acceptedDate = { kind: "never" };
  }
  return { terms, extra, dates: rules.includes("ties") ? tied(dates) : dates, approximate };
}

function isBefore(at: number, created: ImportedRecord["dates"]["createdDate"]): boolean {
  return created.kind === "instant" && at < created.at;
}

function tied(dates: ImportedRecord["dates"]): ImportedRecord["dates"] {
  const { createdDate } = dates;
  if (createdDate.kind !== "instant") return dates;
  for (const field of DATE_FIELDS) {
    const date = dates[field];
    const lead = date.kind === "instant" ? createdDate.at - date.at : 0;
    if (lead > 0 && lead < TIE_MS) dates[field] = createdDate;
  }
  return dates;
}

/**
 * Incoming or outgoing; a deal that the partner's own organisation invited to is outgoing. Null when unknown.
 * https://learn.microsoft.com/partner-center/developer/referral-resources
 */
export function referralDirectionOf({
  rawDirection,
  invitedBy,
  organizationId,
}: RuleTexts): ReferralDirection | null {
  if (invitedBy !== undefined && invitedBy === organizationId) return "outgoing";
  if (rawDirection === undefined) return null;
  if (/^(out|outgoing|outbound)$/i.test(rawDirection)) return "outgoing";
  return /^(in|incoming|inbound)$/i.test(rawDirection) ? "incoming" : null;
}

/**
 * The kind of a referral, by lead type, deal type, or origin.
 * https://learn.microsoft.com/partner-center/developer/referrals-api-introduction
 */
export function referralKindOf(texts: RuleTexts): ReferralKind | null {
  const { leadType, dealType } = texts;
  if (leadType !== undefined) return /qualified/i.test(leadType) ? "qualified-lead" : "marketplace-lead";
  if (dealType !== undefined) return kindOfDealType(dealType);
  if (texts.qualification !== undefined) return kindOfApi(texts);
  return texts.helpRequested === undefined && texts.shared === undefined ? null : kindOfDeal(texts);
}

function kindOfDealType(dealType: string): ReferralKind | null {
  const plain = dealType.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (plain.startsWith("cosell")) return "co-sell";
  if (plain.startsWith("partnerled")) return "partner-led";
  return plain.startsWith("private") ? "private" : null;
}

function kindOfApi(texts: RuleTexts): ReferralKind {
  const { referralType = "", qualification = "", invitedBy } = texts;
  const isFromMicrosoft = invitedBy === undefined || /^msft$/i.test(invitedBy);
  if (!isFromMicrosoft) return kindOfDeal(texts);
  if (!/^independent$/i.test(referralType)) return "co-sell";
  return /^direct$/i.test(qualification) ? "marketplace-lead" : "qualified-lead";
}

/** Help requested: co-sell; not, but visible to Microsoft's sellers: partner-led; else private. */
function kindOfDeal({ helpRequested = "", shared = "" }: RuleTexts): ReferralKind {
  if (!/^(no|false|unknown|)$/i.test(helpRequested)) return "co-sell";
  return /^(yes|true)$/i.test(shared) ? "partner-led" : "private";
}

/** Adds kind and direction to the extra fields, where known. */
export function withKind(extra: ExtraFields, texts: RuleTexts): ExtraFields {
  const [kind, direction] = [referralKindOf(texts), referralDirectionOf(texts)];
  return { ...extra, ...(kind && { kind }), ...(direction && { direction }) };
}
