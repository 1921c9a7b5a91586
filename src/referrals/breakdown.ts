import type { Terms } from "./terms.ts";

/** By what a figure is split: a term of the referral, or its outcome. The customer market is the default. */
export const BREAKDOWNS = ["market", "partner", "size", "outcome"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The term whose values are the keys of the parts. */
export const TERM_OF_BREAKDOWN = {
  market: "markets",
  partner: "partners",
  size: "sizes",
  outcome: "outcomes",
} as const satisfies Record<Breakdown, keyof Terms>;
