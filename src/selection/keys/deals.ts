import type { DealText } from "#referrals/deal-fields.ts";
import type { Parameters } from "../parameter.ts";
import { maybeOneOf } from "../parameters.ts";

/** Texts of which a referral has one, unlike solutions. */
export const DEAL_SPLITS = [
  "kind",
  "direction",
  "reason",
  "leadSource",
  "program",
  "salesStage",
  "microsoftStatus",
  "registration",
  "currency",
] as const satisfies readonly DealText[];
export type DealSplit = (typeof DEAL_SPLITS)[number];

/** Those, and solutions, for each of which a referral counts. */
export const ENTRY_SPLITS = [...DEAL_SPLITS, "solution"] as const satisfies readonly DealText[];
export type EntrySplit = (typeof ENTRY_SPLITS)[number];

/** Keys of the Deals view: the measure of amounts, see `amountReader`; null is the most frequent one. */
export type DealsKeys = {
  measure: string | null;
  /** What referrals over time are told apart by; null is the first that the source tells. */
  split: EntrySplit | null;
};

const MAX_CODE = 40;

/** A currency code, "-" for no currency, or `usd-given`. */
export const DEALS_KEYS: Parameters<DealsKeys> = {
  measure: {
    name: "in",
    fallback: null,
    parse: (text) => (text === "-" ? "" : text.slice(0, MAX_CODE)),
    print: (measure) => (measure === "" ? "-" : measure),
  },
  split: maybeOneOf("split", ENTRY_SPLITS),
};
