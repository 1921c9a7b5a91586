import { type Breakdown, TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";
import type { TrendMeasure } from "#selection/keys/trends.ts";
import type { Part, TrendsModel } from "./trends-view-model.ts";

const NOT = {
  market: "notMarkets",
  partner: "notPartners",
  size: "notSizes",
  outcome: "notOutcomes",
} as const;

/** Opens a part of a trend: of a bucket's days, or of the whole period for null. */
export function drillOf(part: Part, days: Period | null, { trend }: TrendsModel, by: Breakdown): Drill {
  const within = days ? { within: days } : {};
  if (part.kind === "all") return within;
  if (part.kind === "series") return { ...within, [TERM_OF_BREAKDOWN[by]]: [part.key] };
  return { ...within, [NOT[by]]: trend.series.map(({ key }) => key) };
}

/** Opens the part of a rate: those that got so far. */
export function drillOfMeasure(drill: Drill, measure: TrendMeasure): Drill {
  if (measure === "count") return drill;
  return { ...drill, reached: measure === "win" ? "won" : "accepted" };
}
