import {
  AMOUNT_EXTRAS,
  type AmountExtra,
  INSTANT_EXTRAS,
  type InstantExtra,
  LIST_EXTRAS,
  type ListExtra,
  type RuleText,
  type TextExtra,
} from "#files/records/extra-fields.ts";
import { DATE_FIELDS, type Field, type TermField } from "#partner-center/fields.ts";

export const FORMAT_IDS = [
  "endpoint",
  "leads-insights",
  "cosell-insights",
  "cosell-opportunities",
  "registrations",
  "referrals-api",
  "crm",
  "own-list",
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What a column fills: a field of the referral, or an additional one. */
export type Target = Field | InstantExtra | AmountExtra | ListExtra | TextExtra | RuleText;

export type ColumnType = "id" | "text" | "country" | "date" | "amount" | "list";

/**
 * A column of a format. `field` null: known but unused. `repeats`: may occur several times with a number ("Solution 1",
 * "Solution 2"). `unless`: unused where the column of this name is there.
 */
export type FormatColumn = {
  name: string;
  aliases?: readonly string[];
  field: Target | null;
  repeats?: boolean;
  unless?: string;
};

/** Rules for values without a column of their own; see `records/derive.ts`. */
export type FormatRule =
  /** The last update of a closed referral replaces its end date. */
  | "end-date-from-update"
  /** The contract's signature replaces the won date. */
  | "won-date-from-signature"
  /** `closedDate` is the end date named by the status. */
  | "end-date-from-closing"
  /** `mainStatus` replaces an empty detailed status. */
  | "status-from-main"
  /** A `mainStatus` of "New" overrides the detailed status. */
  | "status-new"
  /** Partner Center shows an accepted outgoing deal as "Created". */
  | "created-is-accepted"
  /** An outgoing deal is accepted on creation: it has no response time. */
  | "no-response-when-outgoing"
  /** A date less than a second before the created date is equal to it. */
  | "ties"
  /** `mainStatus` is an outcome that this dashboard derived and exported. */
  | "own-outcome"
  /** Decodes HTML entities such as `&amp;` in names. */
  | "entities"
  /** CRM terms for won, lost and open. */
  | "crm-status";

export type Format = {
  id: FormatId;
  columns: readonly FormatColumn[];
  rules: readonly FormatRule[];
  /** Rows are referrals; rows of registrations are added to referrals of other files. */
  isReferrals: boolean;
  /** The documented order of day and month, where values are ambiguous. */
  dateOrder: "month-first" | null;
  /** Minimum number of matching columns, the id included. */
  least: number;
};

const DATES: ReadonlySet<string> = new Set([...DATE_FIELDS, ...INSTANT_EXTRAS]);
const AMOUNTS: ReadonlySet<string> = new Set(AMOUNT_EXTRAS);
const LISTS: ReadonlySet<string> = new Set(LIST_EXTRAS);
const COUNTRIES: ReadonlySet<string> = new Set<TermField>(["customerMarket", "partnerMarket"]);

/** How values of a column are parsed. */
export function columnType(field: Target): ColumnType {
  if (field === "id") return "id";
  if (DATES.has(field)) return "date";
  if (AMOUNTS.has(field)) return "amount";
  if (LISTS.has(field)) return "list";
  return COUNTRIES.has(field) ? "country" : "text";
}

/** Normalises a column name for comparison: case, spaces and punctuation are ignored. */
export function plainColumnName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
