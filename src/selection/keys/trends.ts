import type { Parameters } from "../parameter.ts";
import { flag, maybeOneOf, oneOf, someOf } from "../parameters.ts";
import { DEAL_SPLITS, type DealSplit } from "./deals.ts";

/** How series are drawn: stacked, as lines from 0, or as shares of the total. */
export const TREND_FORMS = ["stacked", "lines", "share"] as const;
export type TrendForm = (typeof TREND_FORMS)[number];

/** Count of referrals, or a rate. */
export const TREND_MEASURES = ["count", "acceptance", "win"] as const;
export type TrendMeasure = (typeof TREND_MEASURES)[number];

/** Window of the moving mean, in days. */
export const TREND_MEANS = ["7", "28"] as const;

export type TrendsKeys = {
  form: TrendForm;
  measure: TrendMeasure;
  means: readonly (typeof TREND_MEANS)[number][];
  /** Show one line for all series together. */
  total: boolean;
  /** List the members of Other. */
  other: boolean;
  /** What only some sources tell, by which referrals are split instead of the page's dimension. */
  split: DealSplit | null;
};

export const TRENDS_KEYS: Parameters<TrendsKeys> = {
  form: oneOf("form", TREND_FORMS, "stacked"),
  measure: oneOf("measure", TREND_MEASURES, "count"),
  means: someOf("mean", TREND_MEANS),
  total: flag("total"),
  other: flag("other"),
  split: maybeOneOf("split", DEAL_SPLITS),
};
