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

type Point = { bucket: TrendBucket } & Record<`s${number}`, number>;

const HEIGHT = 272;
const MARGIN = { top: 20, right: 0, bottom: 0, left: 0 };
const AXIS_HEIGHT = 24;
const PLOT_HEIGHT = HEIGHT - MARGIN.top - AXIS_HEIGHT;
/** With fewer buckets than this an area has no shape: bars instead. */
const FEWEST_FOR_AREAS = 4;
const AXIS_TEXT = { fill: "var(--ink-3)", fontSize: 11 };

function tickOf(buckets: readonly TrendBucket[], key: string): string {
  return buckets.find((bucket) => bucket.key === key)?.tick ?? "";
}

/** Stacked counts over time; the unfinished buckets stand behind a veil. */
export const TrendChart = memo(function TrendChart(props: TrendChartProps): ReactNode {
  const { buckets, series, formatCount, summary } = props;
  const points = useMemo(() => pointsOf(buckets, series), [buckets, series]);
  const scale = useMemo(
    () => countScale(Math.max(0, ...buckets.map((_, at) => sumAt(series, at)))),
    [buckets, series],
  );
  const formatTick = useMemo(() => (key: string) => tickOf(buckets, key), [buckets]);
  const domain = useMemo(() => [0, scale.top] as [number, number], [scale]);
  const ticks = useMemo(() => [...scale.ticks], [scale]);
  const tooltip = useMemo(
    () => <TrendTooltip series={series} formatCount={formatCount} />,
    [series, formatCount],
  );
  const isArea = buckets.length >= FEWEST_FOR_AREAS;

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
            dataKey="bucket.key"
            height={AXIS_HEIGHT}
            tickFormatter={formatTick}
            tick={AXIS_TEXT}
            tickLine={false}
            stroke="var(--line)"
            minTickGap={16}
            {...(isArea ? { scale: "point" as const } : {})}
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
          {series.map((one, at) => mark(one, at, isArea)).reverse()}
          {veils(buckets, isArea)}
        </ComposedChart>
      </figure>
      <SeriesLabels series={series} top={scale.top} plotTop={MARGIN.top} plotHeight={PLOT_HEIGHT} />
    </div>
  );
});

const CURSOR = { stroke: "var(--ink-3)", strokeDasharray: "2 2", fill: "var(--grid)" };

function pointsOf(buckets: readonly TrendBucket[], series: readonly TrendSeries[]): Point[] {
  return buckets.map((bucket, at) => {
    const point = { bucket } as Point;
    for (const [index, { values }] of series.entries()) point[`s${index}`] = values[at] ?? 0;
    return point;
  });
}

function sumAt(series: readonly TrendSeries[], at: number): number {
  return series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
}

function mark({ key, name, colour }: TrendSeries, at: number, isArea: boolean): ReactNode {
  const shared = { dataKey: `s${at}`, name, stackId: "all", isAnimationActive: false, fill: colour };
  if (!isArea) return <Bar key={key} {...shared} maxBarSize={64} />;
  return (
    <Area
      key={key}
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

/** A veil over each stretch that touches an unfinished bucket at an end of the axis, and its words. */
function veils(buckets: readonly TrendBucket[], isArea: boolean): ReactNode {
  const first = buckets.at(0);
  const last = buckets.at(-1);
  const parts: ReactNode[] = [];
  if (!isArea || !first || !last) return null;
  const finished = buckets.findLastIndex((bucket) => bucket.unfinished === null);
  const unfinishedAtEnd = buckets[Math.max(finished, 0)];
  if (last.unfinished !== null && unfinishedAtEnd) {
    parts.push(veil("end", unfinishedAtEnd.key, last.key, last.unfinished));
  }
  const second = buckets[1];
  if (first.unfinished !== null && finished > 0 && second) {
    parts.push(veil("start", first.key, second.key, first.unfinished));
  }
  return parts;
}

function veil(side: "start" | "end", from: string, to: string, words: string): ReactNode[] {
  const edge = side === "end" ? from : to;
  const label = {
    value: words,
    position: side === "end" ? ("insideTopRight" as const) : ("insideTopLeft" as const),
    offset: 4,
    dy: -20,
    ...AXIS_TEXT,
  };
  return [
    <ReferenceArea
      key={`${side}-veil`}
      x1={from}
      x2={to}
      fill="var(--panel)"
      fillOpacity={0.55}
      zIndex={500}
    />,
    <ReferenceLine
      key={`${side}-edge`}
      x={edge}
      stroke="var(--ink-3)"
      strokeDasharray="2 3"
      zIndex={600}
      label={label}
    />,
  ];
}
