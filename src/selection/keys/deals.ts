import type { DealText } from "#referrals/deal-fields.ts";
import type { Parameters } from "../parameter.ts";
import { maybeOneOf } from "../parameters.ts";

/** Texts that referrals are split by over time; of solutions a referral may have several, and counts for each. */
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
  "solution",
] as const satisfies readonly DealText[];
export type DealSplit = (typeof DEAL_SPLITS)[number];

/** Keys of the Deals view: the measure of amounts, see `amountReader`; null is the most frequent one. */
export type DealsKeys = {
  measure: string | null;
  /** What referrals over time are told apart by; null is the first that the source tells. */
  split: DealSplit | null;
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
  split: maybeOneOf("split", DEAL_SPLITS),
};
