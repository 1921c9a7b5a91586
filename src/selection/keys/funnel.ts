import { COMPARISONS, type Comparison } from "#referrals/comparison.ts";
import type { Parameters } from "../parameter.ts";
import { oneOf } from "../parameters.ts";
import { type Rival, rivalParameter } from "./rival.ts";

/** Dimensions of the funnel's breakdown. */
export const FUNNEL_DIMENSIONS = ["market", "partner", "size", "period"] as const;
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

/** Age in days at which cohorts are compared; "today": as far as each has come. */
export const COHORT_AGES = ["1", "14", "30", "90", "180", "today"] as const;
export type CohortAge = (typeof COHORT_AGES)[number];

export type FunnelKeys = { split: FunnelDimension; rival: Rival | null; age: CohortAge };

/** Keys of the Funnel in the address: `split=partner`, `with=market:DE`, `age=90`. */
export const FUNNEL_KEYS: Parameters<FunnelKeys> = {
  split: oneOf("split", FUNNEL_DIMENSIONS, "market"),
  rival: rivalParameter("with"),
  age: oneOf("age", COHORT_AGES, "30"),
};

export type VersusKeys = { rival: Rival | null; compare: Comparison | "none" };

/** All keys that decide the comparison, so that choosing a period drops the rival in one step. */
export const VERSUS_KEYS: Parameters<VersusKeys> = {
  rival: FUNNEL_KEYS.rival,
  compare: oneOf("compare", [...COMPARISONS, "none"] as const, "previous-period"),
};
