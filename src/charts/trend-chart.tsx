import { memo, type ReactNode } from "react";
import { EdgeLabels } from "./edge-labels.tsx";
import { arePoints, PLOT, placesOf, plotHeight, stackedAt, stackMiddles } from "./plot.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { PlotReader } from "./plot-reader.tsx";
import { type Reading, rangeOf } from "./reading.ts";
import { countScale } from "./scale.ts";
import { barBoxes, stackPaths } from "./stack-shapes.ts";
import { TrendTooltip } from "./trend-tooltip.tsx";
import type { TrendBucket } from "./trend-veils.tsx";
import { lastBegun, useReading } from "./use-reading.ts";

export type TrendSeries = {
  key: string;
  name: string;
  colour: string;
  values: readonly number[];
  /** What stands beside it instead of its plain name. */
  label?: ReactNode;
};

export type TrendChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  /** What is read, and with which keys. */
  label: string;
  hint?: string | undefined;
  buckets: readonly TrendBucket[];
  /** The first is drawn on top. */
  series: readonly TrendSeries[];
  formatCount: (count: number) => string;
  /** What can be chosen on it; without, it is read only. */
  choice?: TrendChoice;
};

export type TrendChoice = {
  /** The days of a range of buckets, in words. */
  rangeName: (first: number, last: number) => string;
  /** A bucket or a range of them was chosen. */
  onRange: (first: number, last: number) => void;
  /** A series was chosen, by its key. */
  onPick: (key: string) => void;
};

const HEIGHT = 272;
const AREA = plotHeight(HEIGHT);

/** The least height of what can be pressed, in pixels. */
const TARGET = 24;

/**
 * Stacked counts over time; the unfinished buckets stand behind a veil. Plain shapes that stretch with the page: this
 * chart is on the first view, where a charting library would cost more time than all the rest.
 */
export const TrendChart = memo(function TrendChart(props: TrendChartProps): ReactNode {
  const { buckets, series, formatCount, summary } = props;
  const totals = buckets.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const scale = countScale(Math.max(0, ...totals));
  const last = lastBegun(buckets);
  const middles = stackMiddles(series, last);
  const labels = series.map(({ key, name, colour, label }, at) => ({
    key,
    colour,
    centre: PLOT.top + AREA * (1 - (middles[at] ?? 0) / scale.top),
    content: label ?? <span title={name}>{name}</span>,
  }));
  return (
    <div className="trend">
      <div className="time">
        <PlotFrame {...{ summary, buckets, scale }} height={HEIGHT} formatTick={formatCount}>
          <Shapes buckets={buckets} series={series} top={scale.top} last={last} />
        </PlotFrame>
        <Reader {...props} top={scale.top} />
      </div>
      <EdgeLabels labels={labels} height={PLOT.top + AREA} line={TARGET} />
    </div>
  );
});

type ShapesProps = {
  buckets: readonly TrendBucket[];
  series: readonly TrendSeries[];
  top: number;
  last: number;
};

/** Areas, or bars where buckets are too few to have a shape. Units: buckets across, referrals upwards. */
function Shapes({ buckets, series, top, last }: ShapesProps): ReactNode {
  const [low, high] = placesOf(buckets.length).domain;
  return (
    <svg
      className="stack__shapes"
      viewBox={`${low} 0 ${high - low || 1} ${top}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {arePoints(buckets.length)
        ? stackPaths(series, last, top).map(({ key, path }, at) => (
            <path key={key} d={path} fill={series[at]?.colour} className="stack__area" />
          ))
        : barBoxes(series, last, top).map(({ key, colour, ...box }) => (
            <rect key={key} fill={colour} {...box} />
          ))}
    </svg>
  );
}

/** What is read of the chart changes with every move of the pointer, and the picture does not. */
function Reader({ top, ...props }: TrendChartProps & { top: number }): ReactNode {
  const { label, hint = "", buckets, series, formatCount, choice } = props;
  const [reading, setReading] = useReading(buckets);
  const totalOf = (first: number, last: number) =>
    series.reduce((sum, { values }) => sum + values.slice(first, last + 1).reduce(add, 0), 0);
  const nameAt = (at: number) => [buckets[at]?.name, buckets[at]?.unfinished].filter(Boolean).join(" · ");
  const sentenceOf = ({ at, key, anchor }: Reading) => {
    const [first, last] = [Math.min(at, anchor ?? at), Math.max(at, anchor ?? at)];
    const parts = series
      .filter((one) => key === null || one.key === key)
      .map(({ name, values }) => `${name} ${formatCount(values.slice(first, last + 1).reduce(add, 0))}`);
    return `${key === null ? `${formatCount(totalOf(first, last))}. ` : ""}${parts.join(", ")}`;
  };
  return (
    <PlotReader
      label={label}
      hint={hint}
      buckets={buckets.length}
      height={HEIGHT}
      last={reading.last}
      keys={choice ? series.map(({ key }) => key) : []}
      reading={reading}
      onReading={(next) => setReading(choice ? next : { ...next, anchor: null })}
      keyAt={(at, height) => (choice ? stackedAt(series, at, height * top) : null)}
      traceOf={() => null}
      nameOf={(one) => {
        const range = rangeOf(one);
        return range && choice ? choice.rangeName(range.first, range.last) : nameAt(one.at);
      }}
      sentenceOf={sentenceOf}
      flag={({ at, key }) => <TrendTooltip {...{ buckets, series, formatCount, at }} pointed={key} />}
      onRange={(first, last) => choice?.onRange(first, last)}
      onPick={(key) => choice?.onPick(key)}
    />
  );
}

function add(sum: number, value: number): number {
  return sum + value;
}
