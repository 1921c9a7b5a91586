import { memo, type ReactNode, useMemo } from "react";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { countScale } from "./scale.ts";
import { SeriesLabels } from "./series-labels.tsx";
import { TrendTooltip } from "./trend-tooltip.tsx";

export type TrendBucket = {
  key: string;
  /** As short as the axis needs it. */
  tick: string;
  name: string;
  /** Why the bucket cannot be compared with the others; null when it can. */
  unfinished: string | null;
  /** A bucket that has not begun has no count yet, not even 0. */
  hasBegun: boolean;
};

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
/** With fewer buckets than this an area has no shape: bars instead. */
const FEWEST_FOR_AREAS = 4;
const AXIS_TEXT = { fill: "var(--ink-3)", fontSize: 11 };

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
  const isArea = buckets.length >= FEWEST_FOR_AREAS;
  const places = useMemo(() => placesOf(buckets.length, isArea), [buckets.length, isArea]);

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
          {veils(buckets, isArea)}
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

const VEIL = { fill: "var(--panel)", fillOpacity: 0.55, zIndex: 500 };
const CURSOR = { stroke: "var(--ink-3)", strokeDasharray: "2 2", fill: "var(--grid)" };

/** Bars need half a place more at either end. */
function placesOf(count: number, isArea: boolean): { domain: [number, number]; ticks: number[] } {
  const ticks = Array.from({ length: count }, (_, at) => at);
  return { domain: isArea ? [0, count - 1] : [-0.5, count - 0.5], ticks };
}

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

/** A veil over what is unfinished: each such bar, or the stretch to the next finished bucket; and its words. */
function veils(buckets: readonly TrendBucket[], isArea: boolean): ReactNode {
  if (!isArea) return buckets.map(barVeil);
  const firstFinished = buckets.findIndex(({ unfinished }) => unfinished === null);
  const lastFinished = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  if (lastFinished < 0) return null;
  const [before, after] = [buckets[firstFinished - 1], buckets[lastFinished + 1]];
  return [
    before && veil("start", 0, firstFinished, before.unfinished),
    after && veil("end", lastFinished, buckets.length - 1, after.unfinished),
  ];
}

function barVeil({ key, unfinished }: TrendBucket, at: number): ReactNode {
  if (unfinished === null) return null;
  const label = { value: unfinished, position: "insideTop" as const, offset: 4, dy: -20, ...AXIS_TEXT };
  return <ReferenceArea key={`veil ${key}`} x1={at - 0.5} x2={at + 0.5} {...VEIL} label={label} />;
}

function veil(side: "start" | "end", from: number, to: number, words: string | null): ReactNode[] {
  const label = {
    value: words ?? "",
    position: side === "end" ? ("insideTopRight" as const) : ("insideTopLeft" as const),
    offset: 4,
    dy: -20,
    ...AXIS_TEXT,
  };
  const edge = side === "end" ? from : to;
  return [
    <ReferenceArea key={`${side} veil`} x1={from} x2={to} {...VEIL} />,
    <ReferenceLine
      key={`${side} edge`}
      x={edge}
      stroke="var(--ink-3)"
      strokeDasharray="2 3"
      zIndex={600}
      label={label}
    />,
  ];
}
