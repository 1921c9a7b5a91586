import { DATE_FIELDS, type Field, type TermField } from "#partner-center/fields.ts";
import {
  AMOUNT_EXTRAS,
  type AmountExtra,
  INSTANT_EXTRAS,
  type InstantExtra,
  LIST_EXTRAS,
  type ListExtra,
  type RuleText,
  type TextExtra,
} from "../records/extra-fields.ts";

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

/** What a column of a file fills: a field of the referral, or one beside these. */
export type Target = Field | InstantExtra | AmountExtra | ListExtra | TextExtra | RuleText;

export type ColumnType = "id" | "text" | "country" | "date" | "amount" | "list";

/**
 * A column of a format. `field` null: known, and not used. `repeats`: any number behind the name is the same column
 * again ("Solution 1", "Solution 2").
 */
export type FormatColumn = {
  name: string;
  aliases?: readonly string[];
  field: Target | null;
  repeats?: boolean;
};

/** How what is not in a column is worked out; see `records/derive.ts`. */
export type FormatRule =
  /** The latest update of a closed referral stands for its end date. */
  | "end-date-from-update"
  /** The contract's signature stands for the date of a win. */
  | "won-date-from-signature"
  /** `closedDate` is the end date that the status names. */
  | "end-date-from-closing"
  /** `mainStatus` stands where the finer status is empty. */
  | "status-from-main"
  /** A `mainStatus` of "New" is the status, whatever the finer one says. */
  | "status-new"
  /** Partner Center shows an outgoing deal that was accepted as "Created". */
  | "created-is-accepted"
  /** An outgoing deal is accepted by being created: it has no response time. */
  | "no-response-when-outgoing"
  /** A date less than a second before the creation is that of the creation. */
  | "ties"
  /** `mainStatus` is an outcome of this dashboard, which it has worked out from status and dates. */
  | "own-outcome"
  /** `&amp;` and its like in names are the characters that they stand for. */
  | "entities"
  /** Words of CRM programs for won, lost and open. */
  | "crm-status";

export type Format = {
  id: FormatId;
  columns: readonly FormatColumn[];
  rules: readonly FormatRule[];
  /** Its rows are referrals; those of the registrations are added to referrals of other files. */
  isReferrals: boolean;
  /** The order of day and month that the format is documented with, where the values leave it open. */
  dateOrder: "month-first" | null;
  /** Fewer columns than this found, the id among them, and a file is not of the format. */
  least: number;
};

const DATES: ReadonlySet<string> = new Set([...DATE_FIELDS, ...INSTANT_EXTRAS]);
const AMOUNTS: ReadonlySet<string> = new Set(AMOUNT_EXTRAS);
const LISTS: ReadonlySet<string> = new Set(LIST_EXTRAS);
const COUNTRIES: ReadonlySet<string> = new Set<TermField>(["customerMarket", "partnerMarket"]);

/** How the values of a column are read. */
export function columnType(field: Target): ColumnType {
  if (field === "id") return "id";
  if (DATES.has(field)) return "date";
  if (AMOUNTS.has(field)) return "amount";
  if (LISTS.has(field)) return "list";
  return COUNTRIES.has(field) ? "country" : "text";
}
