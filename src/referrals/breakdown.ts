import type { TermField } from "#partner-center/fields.ts";

/** By what a figure is split: a term of the referral, or its outcome. The customer market is the default. */
export const BREAKDOWNS = ["market", "partner", "size", "outcome"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The field whose value is the key of each part; an outcome comes from several fields (`outcomeOf`). */
export const FIELD_OF_BREAKDOWN = {
  market: "customerMarket",
  partner: "partnerMarket",
  size: "customerOrgSize",
} as const satisfies Record<Exclude<Breakdown, "outcome">, TermField>;
