import { memo, type ReactNode, useMemo } from "react";
import { Area, Bar, CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from "recharts";
import { arePoints, placesOf } from "./plot.ts";
import { countScale } from "./scale.ts";
import { SeriesLabels } from "./series-labels.tsx";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { AXIS_TEXT, type TrendBucket, trendVeils } from "./trend-veils.tsx";

export type TrendSeries = { key: string; name: string; colour: string; values: readonly number[] };

export type TrendChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  buckets: readonly TrendBucket[];
  /** The first is drawn on top. */
  series: readonly TrendSeries[];
  formatCount: (count: number) => string;
};

/** `s0` is the count of the series at the bottom. */
type Point = { bucket: TrendBucket; at: number } & Record<`s${number}`, number>;

const HEIGHT = 272;
const MARGIN = { top: 20, right: 0, bottom: 0, left: 0 };
const AXIS_HEIGHT = 24;
const PLOT_HEIGHT = HEIGHT - MARGIN.top - AXIS_HEIGHT;

/** Stacked counts over time; the unfinished buckets stand behind a veil. */
export const TrendChart = memo(function TrendChart(props: TrendChartProps): ReactNode {
  const { buckets, series, formatCount, summary } = props;
  const points = useMemo(() => pointsOf(buckets, series), [buckets, series]);
  const scale = useMemo(
    () => countScale(Math.max(0, ...buckets.map((_, at) => sumAt(series, at)))),
    [buckets, series],
  );
  const formatTick = useMemo(() => (at: number) => buckets[at]?.tick ?? "", [buckets]);
  const domain = useMemo(() => [0, scale.top] as [number, number], [scale]);
  const ticks = useMemo(() => [...scale.ticks], [scale]);
  const tooltip = useMemo(
    () => <TrendTooltip series={series} formatCount={formatCount} />,
    [series, formatCount],
  );
  const isArea = arePoints(buckets.length);
  const places = useMemo(() => placesOf(buckets.length), [buckets.length]);

  return (
    <div className="trend">
      <figure className="trend__plot" aria-label={summary}>
        <ComposedChart
          responsive
          width="100%"
          height={HEIGHT}
          data={points}
          margin={MARGIN}
          accessibilityLayer
        >
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={places.domain}
            ticks={places.ticks}
            height={AXIS_HEIGHT}
            tickFormatter={formatTick}
            tick={AXIS_TEXT}
            tickLine={false}
            stroke="var(--line)"
            minTickGap={16}
            interval="equidistantPreserveStart"
          />
          <YAxis
            width={44}
            domain={domain}
            ticks={ticks}
            tickFormatter={formatCount}
            tick={AXIS_TEXT}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip content={tooltip} isAnimationActive={false} cursor={CURSOR} />
          {series.toReversed().map((one, at) => mark(one, at, isArea))}
          {trendVeils(buckets, isArea)}
        </ComposedChart>
      </figure>
      <SeriesLabels
        lastDrawn={points.length - 1}
        series={series}
        top={scale.top}
        plotTop={MARGIN.top}
        plotHeight={PLOT_HEIGHT}
      />
    </div>
  );
});

const CURSOR = { stroke: "var(--ink-3)", strokeDasharray: "2 2", fill: "var(--grid)" };

function pointsOf(buckets: readonly TrendBucket[], series: readonly TrendSeries[]): Point[] {
  return buckets.flatMap((bucket, at) => {
    if (!bucket.hasBegun) return [];
    const point = { bucket, at } as Point;
    for (const [place, { values }] of series.toReversed().entries()) point[`s${place}`] = values[at] ?? 0;
    return [point];
  });
}

function sumAt(series: readonly TrendSeries[], at: number): number {
  return series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
}

/**
 * One series of the stack, `at` places above the bottom. recharts stacks in the order in which marks first came, so
 * a mark belongs to a place, whatever series stands there, and new ones come on top.
 */
function mark({ name, colour }: TrendSeries, at: number, isArea: boolean): ReactNode {
  const shared = { dataKey: `s${at}`, name, stackId: "all", isAnimationActive: false, fill: colour };
  if (!isArea) return <Bar key={`bar ${at}`} {...shared} maxBarSize={64} />;
  return (
    <Area
      key={`area ${at}`}
      {...shared}
      type="linear"
      stroke="var(--panel)"
      strokeWidth={0.5}
      fillOpacity={0.88}
      dot={false}
      activeDot={false}
    />
  );
}
