import type { ChartLine, ChartModel } from "#charts/chart-model.ts";
import { countScale } from "#charts/scale.ts";
import { trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { DAY_MS, type Grain, HOUR_MS } from "#lib/calendar.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Time } from "#referrals/times.ts";
import { roundTime } from "./duration.tsx";
import type { TrendPoint } from "./times-view-model.ts";

export type TimesChartOptions = {
  trend: readonly TrendPoint[];
  grain: Grain;
  time: Time;
  limits: OverdueLimits;
};

/** Median and 90th percentile over time, in ms: gaps where there is no time; limits as lines across. */
export function timesChartModel({ trend, grain, time, limits }: TimesChartOptions, i18n: I18n): ChartModel {
  const { t } = i18n;
  const lines: ChartLine[] = [
    {
      key: "p90",
      name: t("times.p90"),
      colour: "var(--ink-3)",
      look: "dashed",
      ...valuesOf(trend, "p90"),
    },
    {
      key: "median",
      name: t("times.median"),
      colour: "var(--accent)",
      look: "strong",
      ...valuesOf(trend, "median"),
    },
  ];
  const scale = timeScale(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const marked = time === "accepted-won" ? [] : [limits.answerMs, limits.expiryMs];
  return {
    buckets: trendBuckets(
      trend.map(({ bucket }) => bucket),
      trend.map(({ summary }) => (summary.kind === "times" ? summary.count : 0)),
      grain,
      i18n,
    ),
    kind: "lines",
    series: [],
    lines,
    scale,
    marks: marked.filter((ms) => ms <= scale.top).map((ms) => ({ value: ms, name: roundTime(ms, i18n) })),
  };
}

function valuesOf(trend: readonly TrendPoint[], of: "median" | "p90"): Pick<ChartLine, "values" | "hasDots"> {
  return {
    values: trend.map(({ summary }) => (summary.kind === "times" ? summary[of] : null)),
    hasDots: true,
  };
}

/** An axis of whole hours, or of whole days where times are longer. */
function timeScale(highest: number): ChartModel["scale"] {
  const unit = highest > 2 * DAY_MS ? DAY_MS : HOUR_MS;
  const { top, ticks } = countScale(highest / unit);
  return { top: top * unit, ticks: ticks.map((tick) => tick * unit) };
}
