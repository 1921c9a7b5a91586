import { type KeyboardEvent, memo, type PointerEvent, type ReactNode, useState } from "react";
import { arePoints, placeAt, placesOf, shareOfPlace } from "./plot.ts";
import { readOn } from "./reading.ts";
import { countScale } from "./scale.ts";
import { SeriesLabels } from "./series-labels.tsx";
import { barBoxes, stackPaths } from "./stack-shapes.ts";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { percent, type TrendBucket, TrendTicks, TrendVeils } from "./trend-veils.tsx";

export type { TrendBucket };
export type TrendSeries = { key: string; name: string; colour: string; values: readonly number[] };

export type TrendChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  buckets: readonly TrendBucket[];
  /** The first is drawn on top. */
  series: readonly TrendSeries[];
  formatCount: (count: number) => string;
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
  buckets,
  series,
  formatCount,
  last,
}: TrendChartProps & { last: number }): ReactNode {
  const [at, setAt] = useState<number | null>(null);
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setAt(placeAt((event.clientX - left) / width, buckets.length, last));
  };
  const type = (event: KeyboardEvent) => {
    const now = { at: at ?? last, key: null, anchor: null };
    const next = readOn(now, event.key, false, { last, keys: [] });
    if (event.key === "Escape") return setAt(null);
    if (next === now) return;
    event.preventDefault();
    setAt(next.at);
  };
  const bucket = at === null ? undefined : buckets[at];
  const counts = series.map(({ values }) => values[at ?? 0] ?? 0);
  const total = formatCount(counts.reduce((sum, count) => sum + count, 0));
  const share = shareOfPlace(at ?? 0, buckets.length);
  const parts = series.map(({ name }, place) => `${name} ${formatCount(counts[place] ?? 0)}`);
  return (
    <div
      className="stack__reader"
      role="slider"
      aria-label={summary}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={bucket ? `${bucket.name}: ${total}. ${parts.join(", ")}` : ""}
      tabIndex={0}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setAt(null)}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && setAt(at ?? last)}
      onBlur={() => setAt(null)}
      onKeyDown={type}
    >
      {bucket && (
        <>
          <span className="stack__line" style={{ left: percent(share) }} />
          <div
            className={share > 0.5 ? "stack__flag stack__flag--late" : "stack__flag"}
            style={{ left: percent(share) }}
          >
            <TrendTooltip
              bucket={bucket}
              total={total}
              series={series}
              counts={counts}
              formatCount={formatCount}
            />
          </div>
        </>
      )}
    </div>
  );
}
