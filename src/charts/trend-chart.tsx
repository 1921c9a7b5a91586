import { memo, type ReactNode } from "react";
import { BucketReader } from "./bucket-reader.tsx";
import { arePoints, placesOf } from "./plot.ts";
import { countScale } from "./scale.ts";
import { SeriesLabels } from "./series-labels.tsx";
import { barBoxes, stackPaths } from "./stack-shapes.ts";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { type TrendBucket, TrendTicks, TrendVeils } from "./trend-veils.tsx";

export type { TrendBucket };
export type TrendSeries = { key: string; name: string; colour: string; values: readonly number[] };

export type TrendChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  /** Says what the keys do, where they do more than read. */
  hint?: string;
  buckets: readonly TrendBucket[];
  /** The first is drawn on top. */
  series: readonly TrendSeries[];
  formatCount: (count: number) => string;
  /** A bucket was chosen, by its place. */
  onPick?: (at: number) => void;
};

const HEIGHT = 272;
const TOP = 20;
const AXIS_HEIGHT = 24;
const PLOT_HEIGHT = HEIGHT - TOP - AXIS_HEIGHT;

/**
 * Stacked counts over time; the unfinished buckets stand behind a veil. Plain shapes that stretch with the page: this
 * chart is on the first view, where a charting library would cost more time than all the rest.
 */
export const TrendChart = memo(function TrendChart(props: TrendChartProps): ReactNode {
  const { buckets, series, formatCount, summary } = props;
  const last = Math.max(
    0,
    buckets.findLastIndex(({ hasBegun }) => hasBegun),
  );
  const totals = buckets.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const scale = countScale(Math.max(0, ...totals));
  return (
    <div className="trend">
      <figure className="trend__plot" aria-label={summary}>
        <div className="stack" style={{ height: HEIGHT, paddingTop: TOP, paddingBottom: AXIS_HEIGHT }}>
          {scale.ticks.map((tick) => (
            <span
              key={tick}
              className="stack__grid"
              style={{ top: TOP + PLOT_HEIGHT * (1 - tick / scale.top) }}
              data-count={formatCount(tick)}
            />
          ))}
          <div className="stack__plot">
            <Shapes buckets={buckets} series={series} top={scale.top} last={last} />
            <TrendVeils buckets={buckets} />
            <TrendTicks buckets={buckets} />
            <Reader {...props} last={last} />
          </div>
        </div>
      </figure>
      <SeriesLabels lastDrawn={last} series={series} top={scale.top} plotTop={TOP} plotHeight={PLOT_HEIGHT} />
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

/** The layer in which pointer and arrow keys read bucket by bucket. */
function Reader({
  summary,
  hint,
  buckets,
  series,
  formatCount,
  onPick,
  last,
}: TrendChartProps & { last: number }): ReactNode {
  const countsAt = (at: number) => series.map(({ values }) => values[at] ?? 0);
  const totalAt = (at: number) => formatCount(countsAt(at).reduce((sum, count) => sum + count, 0));
  const textOf = (at: number) => {
    const parts = series.map(({ name, values }) => `${name} ${formatCount(values[at] ?? 0)}`);
    const { name = "", unfinished = null } = buckets[at] ?? {};
    return `${[name, unfinished].filter(Boolean).join(" · ")}: ${totalAt(at)}. ${parts.join(", ")}`;
  };
  const flag = (at: number) => {
    const bucket = buckets[at];
    if (!bucket) return null;
    const [total, counts] = [totalAt(at), countsAt(at)];
    return <TrendTooltip {...{ bucket, total, series, counts, formatCount }} />;
  };
  const { domain } = placesOf(buckets.length);
  return <BucketReader label={summary} {...{ domain, last, textOf, flag, hint, onPick }} />;
}
