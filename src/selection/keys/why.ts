import type { Dimension } from "#referrals/dimensions.ts";
import type { Parameters } from "../parameter.ts";
import { oneOf } from "../parameters.ts";

/** Figures whose change can be decomposed. */
export const WHY_FIGURES = [
  "created",
  "acknowledged",
  "accepted",
  "won",
  "exits",
  "open",
  "acceptance",
  "win",
  "close",
] as const;
export type WhyFigure = (typeof WHY_FIGURES)[number];

/** Dimensions of the decomposition: properties that a referral has from the start. */
export const WHY_DIMENSIONS = ["market", "partner", "size"] as const satisfies readonly Dimension[];
export type WhyDimension = (typeof WHY_DIMENSIONS)[number];

export type WhyKeys = { why: WhyFigure; whyBy: WhyDimension };

/** The Overview's explanation of a change: `why=acceptance&why-by=size`. */
export const WHY_KEYS: Parameters<WhyKeys> = {
  why: oneOf("why", WHY_FIGURES, "win"),
  whyBy: oneOf("why-by", WHY_DIMENSIONS, "market"),
};
