import { partDrill } from "#dashboard/figures/part-drill.ts";
import type { Dimension } from "#referrals/dimensions.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";
import type { TrendMeasure } from "#selection/keys/trends.ts";
import type { Part, TrendsModel } from "./trends-view-model.ts";

/** Opens a part of a trend: of a bucket's days, or of the whole period for null. */
export function drillOf(part: Part, days: Period | null, { trend }: TrendsModel, by: Dimension): Drill {
  return partDrill(
    part,
    days,
    trend.series.map(({ key }) => key),
    by,
  );
}

/** Opens the part of a rate: those that got so far. */
export function drillOfMeasure(drill: Drill, measure: TrendMeasure): Drill {
  if (measure === "count") return drill;
  return { ...drill, reached: measure === "win" ? "won" : "accepted" };
}
