import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";

/** Instants (ms since 1970 UTC) beyond a referral's ten dates. */
export const INSTANT_EXTRAS = [
  "updatedDate",
  "closedDate",
  "expectedCloseDate",
  "deadlineDate",
  "registeredDate",
  "reviewPendingDate",
  "reviewPassedDate",
  "reviewFailedDate",
  "approvedDate",
  "contractSignDate",
  "contractStartDate",
  "contractEndDate",
  "marketplaceTransactionDate",
] as const;

/** Dates that can be bounded by two imports. */
export const RANGED_DATES = DATE_FIELDS.filter((field) => field !== "createdDate");
export type RangedDate = Exclude<DateField, "createdDate">;

/** The two imports between which a date lies that no file has (ms since 1970 UTC): `wonDateFrom`, `wonDateTo`. */
export type RangeExtra = `${RangedDate}${"From" | "To"}`;
const RANGE_EXTRAS: readonly RangeExtra[] = RANGED_DATES.flatMap((field): RangeExtra[] => [
  `${field}From`,
  `${field}To`,
]);

export function isRangeExtra(field: ExtraField): field is RangeExtra {
  return (RANGE_EXTRAS as readonly string[]).includes(field);
}

/** Amounts; their currency is a field of its own. */
export const AMOUNT_EXTRAS = [
  "dealValue",
  /** In USD, as given by Partner Center. */
  "dealValueUsd",
  "contractValue",
  "contractValueUsd",
  "registeredValue",
  "registeredValueUsd",
  "annualContractValue",
] as const;

export const LIST_EXTRAS = ["solutions"] as const;

export const TEXT_EXTRAS = [
  "dealName",
  "currency",
  "contractCurrency",
  "registeredCurrency",
  "statusReason",
  "leadSource",
  "callToAction",
  "referralProgram",
  "partnerProgram",
  "partnerRole",
  /** As given: a percentage ("40") or the name of a stage. */
  "salesStage",
  "microsoftStatus",
  "purchaseIntent",
  "partnerId",
  "engagementId",
  "crmId",
  "customerCity",
  "registrationStatus",
  "registrationReason",
  "contractTerm",
] as const;

/** Texts that decide kind and direction and are not stored. */
export const RULE_TEXTS = [
  "mainStatus",
  "dealType",
  "leadType",
  "rawDirection",
  "qualification",
  "referralType",
  "organizationId",
  "invitedBy",
  "shared",
  "helpRequested",
  "createdPrecision",
  "acknowledgedPrecision",
  "acceptedPrecision",
  "closedPrecision",
] as const;

export type InstantExtra = (typeof INSTANT_EXTRAS)[number];
export type AmountExtra = (typeof AMOUNT_EXTRAS)[number];
export type ListExtra = (typeof LIST_EXTRAS)[number];
export type TextExtra = (typeof TEXT_EXTRAS)[number];
export type RuleText = (typeof RULE_TEXTS)[number];

/** How a field is stored, counted and shown: instants in ms since 1970 UTC, lists of texts. */
export type ExtraType = "text" | "amount" | "instant" | "list";

/** All extra fields, in display order. */
export const EXTRA_FIELDS = [
  "kind",
  "direction",
  ...TEXT_EXTRAS,
  ...LIST_EXTRAS,
  ...AMOUNT_EXTRAS,
  ...INSTANT_EXTRAS,
  ...RANGE_EXTRAS,
] as const;
export type ExtraField = (typeof EXTRA_FIELDS)[number];

export function extraTypeOf(field: ExtraField): ExtraType {
  if ((LIST_EXTRAS as readonly string[]).includes(field)) return "list";
  if ((AMOUNT_EXTRAS as readonly string[]).includes(field)) return "amount";
  return ([...INSTANT_EXTRAS, ...RANGE_EXTRAS] as readonly string[]).includes(field) ? "instant" : "text";
}

/** An extra field of a source, and how many referrals have it. */
export type ExtraCount = {
  field: ExtraField;
  type: ExtraType;
  count: number;
  /** Its values where they are a choice of few, the most frequent first. */
  values?: { value: string; count: number }[];
};

/** Fields whose values are a choice, not names of deals or customers. */
export const CHOICE_EXTRAS: ReadonlySet<ExtraField> = new Set<ExtraField>([
  "kind",
  "direction",
  "currency",
  "statusReason",
  "leadSource",
  "referralProgram",
  "partnerProgram",
  "salesStage",
  "microsoftStatus",
  "registrationStatus",
  "solutions",
]);
/** What has more values than this is no choice. */
export const MAX_CHOICES = 50;

/** The values of a choice in their order; null for more than a reader can choose from. */
export function choicesOf(counts: ReadonlyMap<string, number>): { value: string; count: number }[] | null {
  if (counts.size > MAX_CHOICES) return null;
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}

export type ReferralKind = "marketplace-lead" | "qualified-lead" | "co-sell" | "partner-led" | "private";
export type ReferralDirection = "incoming" | "outgoing";

/**
 * Fields beyond the sixteen; missing ones are absent. Instants in ms since 1970 UTC. `dealValue` is that of the whole
 * deal, however many solutions it has.
 */
export type ExtraFields = Partial<
  Record<InstantExtra | RangeExtra, number> &
    Record<AmountExtra, number> &
    Record<ListExtra, readonly string[]> &
    Record<TextExtra, string> & { kind: ReferralKind; direction: ReferralDirection }
>;
