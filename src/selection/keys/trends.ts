import type { Parameters } from "../parameter.ts";
import { flag, oneOf, someOf } from "../parameters.ts";

/** How the series are drawn: on top of each other, each from 0, or as parts of the whole. */
export const TREND_FORMS = ["stacked", "lines", "share"] as const;
export type TrendForm = (typeof TREND_FORMS)[number];

/** What is drawn: referrals, or a rate of them. */
export const TREND_MEASURES = ["count", "acceptance", "win"] as const;
export type TrendMeasure = (typeof TREND_MEASURES)[number];

/** Days that a moving mean runs over. */
export const TREND_MEANS = ["7", "28"] as const;

export type TrendsKeys = {
  form: TrendForm;
  measure: TrendMeasure;
  means: readonly (typeof TREND_MEANS)[number][];
  /** Whether lines have one for all series together. */
  total: boolean;
  /** Whether the members of Other are listed. */
  other: boolean;
};

/** The keys of the Trends in the address. */
export const TRENDS_KEYS: Parameters<TrendsKeys> = {
  form: oneOf("form", TREND_FORMS, "stacked"),
  measure: oneOf("measure", TREND_MEASURES, "count"),
  means: someOf("mean", TREND_MEANS),
  total: flag("total"),
  other: flag("other"),
};
