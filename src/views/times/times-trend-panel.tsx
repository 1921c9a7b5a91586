import type { ReactNode } from "react";
import { type ChartLine, type ChartModel, countScale } from "#charts/chart-model.ts";
import { Figure } from "#dashboard/figures/figure.tsx";
import { PeriodChart, Readout, ReadoutFigure } from "#dashboard/figures/period-chart.tsx";
import { trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { DAY_MS, type Grain, HOUR_MS } from "#lib/calendar.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Time } from "#referrals/times.ts";
import { drillOfTime, roundTime, TimeFigure } from "./duration.tsx";
import type { TrendPoint } from "./times-view-model.ts";

/** Of the whole chart, in pixels. */
const HEIGHT = 260;

type TimesTrendProps = {
  trend: readonly TrendPoint[];
  grain: Grain;
  time: Time;
  limits: OverdueLimits;
};

/** Median and 90th percentile per bucket, details of the selected one, and the range of medians as text. */
export function TimesTrendChart(props: TimesTrendProps): ReactNode {
  const { trend, grain } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const sentence = trendSentence(trend, grain, i18n);
  return (
    <>
      <PeriodChart
        hint={t("times.trend.hint")}
        summary={`${t("times.trend.title")}. ${sentence}`}
        model={timesChartModel(props, i18n)}
        height={HEIGHT}
        buckets={trend.map(({ bucket }) => bucket)}
        grain={grain}
        formatTick={(ms) => roundTime(ms, i18n)}
        sentenceOf={(one) => sentenceOf(trend[one.at], i18n)}
        flag={({ at }) => <TimesTrendFlag point={trend[at]} grain={grain} />}
        readout={(place) => <TimesTrendReadout {...props} {...place} />}
      />
      <p className="panel__note">{sentence}</p>
      <p className="panel__note no-print">{t("times.trend.drag")}</p>
    </>
  );
}

function sentenceOf(point: TrendPoint | undefined, { t, formats }: I18n): string {
  if (point?.summary.kind !== "times") return t("times.none");
  const { median, p90, count } = point.summary;
  const base = t("times.key.count", { count });
  return t("times.trend.read", {
    median: formats.duration(median),
    p90: formats.duration(p90),
    base,
  });
}

/** The range of medians of finished buckets; ties name the first. */
function trendSentence(trend: readonly TrendPoint[], grain: Grain, { t, formats }: I18n): string {
  const medians = trend
    .flatMap(({ bucket, summary }) =>
      bucket.unfinished === null && summary.kind === "times"
        ? [{ start: bucket.start, median: summary.median }]
        : [],
    )
    .sort((a, b) => a.median - b.median);
  const [low, high] = [medians[0], medians.at(-1)];
  if (low === undefined || high === undefined) return t("times.trend.sentenceNone");
  if (medians.length === 1)
    return t("times.trend.sentenceOne", {
      median: formats.duration(low.median),
      bucket: formats.bucket(low.start, grain),
    });
  return t("times.trend.sentence", {
    low: formats.duration(low.median),
    lowBucket: formats.bucket(low.start, grain),
    high: formats.duration(high.median),
    highBucket: formats.bucket(high.start, grain),
  });
}

type TimesTrendReadoutProps = {
  trend: readonly TrendPoint[];
  grain: Grain;
  time: Time;
  at: number;
  last: number;
  onMove: (at: number) => void;
};

/** Details of the selected bucket: number of referrals and quantiles. */
function TimesTrendReadout({ trend, grain, time, at, last, onMove }: TimesTrendReadoutProps): ReactNode {
  const { t, formats } = useI18n();
  const point = trend[at];
  if (!point) return null;
  const { bucket, summary } = point;
  const within = bucket.covered;
  return (
    <Readout
      start={bucket.start}
      name={formats.bucket(bucket.start, grain)}
      at={at}
      last={last}
      onMove={onMove}
    >
      <ReadoutFigure name={t("times.base")}>
        <Figure
          value={summary.kind === "absent" ? 0 : summary.count}
          drill={{ within, ...drillOfTime(time) }}
        />
      </ReadoutFigure>
      {(["median", "p75", "p90"] as const).map((of) => (
        <ReadoutFigure key={of} name={t(`times.${of}`)}>
          <TimeFigure summary={summary} of={of} time={time} drill={{ within }} />
        </ReadoutFigure>
      ))}
    </Readout>
  );
}

/** The tooltip: bucket and quantiles. */
function TimesTrendFlag({ point, grain }: { point: TrendPoint | undefined; grain: Grain }): ReactNode {
  const { t, formats } = useI18n();
  if (!point) return null;
  const { bucket, summary } = point;
  const { unfinished } = bucket;
  return (
    <>
      <p className="tooltip__title">
        {formats.bucket(bucket.start, grain)}
        {unfinished && (
          <span className="second">
            {" "}
            {t("trend.unfinished", { covered: unfinished.coveredDays, days: unfinished.days })}
          </span>
        )}
      </p>
      <ul>
        {(["median", "p90"] as const).map((of) => (
          <li key={of}>
            {t(`times.${of}`)}
            <span className="tooltip__count">
              {summary.kind === "times" ? formats.duration(summary[of]) : "–"}
            </span>
          </li>
        ))}
      </ul>
      <p className="second">
        {t("times.key.count", { count: summary.kind === "times" ? summary.count : 0 })}
      </p>
    </>
  );
}

type TimesChartOptions = {
  trend: readonly TrendPoint[];
  grain: Grain;
  time: Time;
  limits: OverdueLimits;
};

/** Median and 90th percentile over time, in ms: gaps where there are no values, limits as lines. */
function timesChartModel({ trend, grain, time, limits }: TimesChartOptions, i18n: I18n): ChartModel {
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

/** An axis in whole hours, or in days for longer durations. */
function timeScale(highest: number): ChartModel["scale"] {
  const unit = highest > 2 * DAY_MS ? DAY_MS : HOUR_MS;
  const { top, ticks } = countScale(highest / unit);
  return { top: top * unit, ticks: ticks.map((tick) => tick * unit) };
}
