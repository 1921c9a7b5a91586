import type { ReactNode } from "react";
import { drillAt } from "#dashboard/context/compared-at.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { ChangeValueProps } from "#dashboard/figures/change.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Period } from "#referrals/period.ts";
import { unproved } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import type { TrendMeasure } from "#selection/keys/trends.ts";
import { splitDrill } from "./split-dimension.tsx";
import { changeOf, type Figured, figureAt, type Part, type TrendsModel } from "./trends-view-model.ts";

type FiguredLinkProps = {
  figure: Figured;
  drill: Drill;
  measure: TrendMeasure;
  /** If judged at an instant (ms UTC). */
  asOf?: number | null;
};

/** A figure linked to its referrals; a rate to those of its numerator. */
export function FiguredLink({ figure, drill, measure, asOf = null }: FiguredLinkProps): ReactNode {
  const open = drillAt(drillOfMeasure(drill, measure), useView().selection, asOf);
  if (figure.kind === "count") return <Figure value={figure.count} drill={open} />;
  return <RateFigure rate={figure.rate} drill={open} />;
}

export function figureText(figure: Figured, { t, formats }: I18n): string {
  if (figure.kind === "count") return formats.count(figure.count);
  return figure.rate.kind === "rate" ? formats.percent(figure.rate.value) : t("trends.noBase");
}

/** The drill-through of a part in a bucket, or in the whole period for null. */
export function drillOf(part: Part, days: Period | null, { trend, by }: TrendsModel): Drill {
  return splitDrill(part, days, trend, by);
}

/** Restricts a drill-through to the numerator of a rate. */
export function drillOfMeasure(drill: Drill, measure: TrendMeasure): Drill {
  if (measure === "count") return drill;
  return { ...drill, reached: measure === "win" ? "won" : "accepted" };
}

/** What a rate is called where its change is explained. */
export const WHY_OF_MEASURE = { count: "created", acceptance: "acceptance", win: "win" } as const;

/** How all of a bucket changed; null where not all of its days are compared: a part would move by those that lack. */
export function changeAt(model: TrendsModel, at: number): ChangeValueProps | null {
  const { compared, measure, trend } = model;
  const bucket = compared?.buckets[at] ?? null;
  if (bucket === null || bucket.own.to !== trend.buckets[at]?.covered.to) return null;
  const change = changeOf(bucket.figure, figureAt(model, { kind: "all" }, at), bucket.late);
  return {
    change: compared?.isUnproved ? unproved(change) : change,
    drill: drillOfMeasure({}, measure),
    against: { ...bucket.days, asOf: compared?.judged?.asOf ?? null },
    why: WHY_OF_MEASURE[measure],
    whyDays: { period: bucket.own, comparison: bucket.days },
  };
}
