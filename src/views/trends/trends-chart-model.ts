import {
  type ChartLine,
  type ChartModel,
  type ChartSeries,
  countScale,
  shareScale,
} from "#charts/chart-model.ts";
import { marketColour } from "#charts/series-colour.ts";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { RateTarget } from "#referrals/targets.ts";
import { targetValue } from "#routine/targets/target-notes.ts";
import type { TrendsKeys } from "#selection/keys/trends.ts";
import { figureAt, heightOf, type Part, partsShown, shareAt, type TrendsModel } from "./trends-view-model.ts";

export type TrendsChartOptions = {
  model: TrendsModel;
  keys: TrendsKeys;
  look: SeriesLook;
  /** For the rate that is shown. */
  targets: readonly RateTarget[];
};

/** Keys of a trend's parts in the chart. */
export const OTHER_KEY = "other";
const KEY_PREFIX = "part ";

export function partOfKey(key: string): Part {
  return key === OTHER_KEY ? { kind: "other" } : { kind: "series", key: key.slice(KEY_PREFIX.length) };
}

export function trendsChartModel(options: TrendsChartOptions, i18n: I18n): ChartModel {
  const { model, keys, targets } = options;
  const series = partsShown(model).map((part) => seriesOf(part, options, i18n));
  const isStack = model.measure === "count" && keys.form !== "lines" && !model.isOverlapping;
  const { isShare } = model;
  const all = isShare ? [] : linesOfAll(model, i18n);
  // The total would flatten single series, so it is hidden unless requested.
  const lines = isStack || isWholeWanted(model, keys, series.length) ? all : [];
  return {
    buckets: trendBuckets(model.trend.buckets, model.trend.totals, model.grain, i18n),
    kind: isStack ? "stack" : "lines",
    series: isShare ? series.map((one) => shareOf(one, model)) : series,
    isFaint: model.rates !== null,
    lines: isStack ? lines.slice(1) : lines,
    scale: scaleOf(model, isShare, isStack, [...series, ...lines], targets),
    marks: targets.map((target) => ({
      value: target.percent / 100,
      name: i18n.t("targets.line", { target: targetValue(target, i18n) }),
    })),
  };
}

function isWholeWanted({ measure }: TrendsModel, { total, means }: TrendsKeys, series: number): boolean {
  return measure !== "count" || total || means.length > 0 || series <= 1;
}

function seriesOf(part: Part, { model, look }: TrendsChartOptions, { t }: I18n): ChartSeries {
  const values = model.trend.buckets.map((_, at) => heightOf(figureAt(model, part, at)));
  if (part.kind !== "series")
    return { key: OTHER_KEY, name: t("trend.other"), colour: marketColour(-1), values };
  const { key } = part;
  return { key: `${KEY_PREFIX}${key}`, name: look.nameOf(key), colour: look.colourOf(key), values };
}

function shareOf(series: ChartSeries, model: TrendsModel): ChartSeries {
  const values = series.values.map((_, at) => {
    const share = shareAt(model, partOfKey(series.key), at);
    return share.kind === "rate" ? share.value : 0;
  });
  return { ...series, values };
}

/** The total (not in a stack, which shows it), its comparison, and moving means. */
function linesOfAll(model: TrendsModel, { t }: I18n): ChartLine[] {
  const { trend, compared, means, rates } = model;
  const total: ChartLine = {
    key: "all",
    name: t("trend.total"),
    colour: "var(--ink)",
    look: "solid",
    values: trend.buckets.map((_, at) => heightOf(figureAt(model, { kind: "all" }, at))),
    ...(rates && { band: rates.all.map((rate) => (rate.kind === "rate" ? [rate.low, rate.high] : null)) }),
  };
  const before: ChartLine | null = compared && {
    key: "compared",
    name: t(`trends.compared.${compared.compared.by}`),
    colour: "var(--ink-2)",
    look: "dashed",
    values: compared.buckets.map((bucket) => bucket && heightOf(bucket.figure)),
  };
  const moving = means.map(
    ({ days, values }): ChartLine => ({
      key: `mean ${days}`,
      name: t("trends.mean", { days }),
      colour: "var(--ink)",
      look: days > 7 ? "strong" : "solid",
      values: values.map((mean) => (mean.kind === "mean" ? mean.value : null)),
    }),
  );
  return [total, ...(before ? [before] : []), ...moving];
}

function scaleOf(
  model: TrendsModel,
  isShare: boolean,
  isStack: boolean,
  drawn: readonly ChartSeries[],
  targets: readonly RateTarget[],
): ChartModel["scale"] {
  if (isShare) return shareScale(1);
  const heights = drawn.flatMap(({ values }) => values.map((value) => value ?? 0));
  const highs = (model.rates?.all ?? []).map((rate) => (rate.kind === "rate" ? rate.high : 0));
  const marks = targets.map(({ percent }) => percent / 100);
  const highest = Math.max(0, ...heights, ...highs, ...marks, ...(isStack ? model.trend.totals : []));
  return model.measure === "count" ? countScale(highest) : shareScale(highest);
}
