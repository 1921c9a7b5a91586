import { memo, type ReactNode, useMemo } from "react";
import { Area, Bar, CartesianGrid, ComposedChart, type DotItemDotProps, Line, XAxis, YAxis } from "recharts";
import { arePoints, type Drawn, PLOT, placesOf } from "./plot.ts";
import { AXIS_TEXT, type TrendBucket, trendVeils } from "./trend-veils.tsx";

export type TimeSeries = Drawn & { name: string; colour: string };

/** A line of all series together: itself, what it is compared with, or a mean of it. */
export type TimeLine = TimeSeries & { look: "solid" | "strong" | "dashed" };

/** What a large chart over time shows; all values in the unit of its axis, absent ones are gaps. */
export type TimeDrawing = {
  buckets: readonly TrendBucket[];
  kind: "stack" | "lines";
  /** The first of a stack is on top. */
  series: readonly TimeSeries[];
  /** Single series stand behind their whole. */
  isFaint: boolean;
  lines: readonly TimeLine[];
  /** Around the first line: low and high. */
  band: readonly (readonly [number, number] | null)[] | null;
  scale: { top: number; ticks: readonly number[] };
};

export type TimeChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  drawing: TimeDrawing;
  formatTick: (value: number) => string;
};

type Point = Record<string, number | readonly [number, number] | null>;

const MARGIN = { top: PLOT.top, right: 0, bottom: 0, left: 0 };

/** The still picture: it does not hear the pointer, which has a layer of its own above it. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps): ReactNode {
  const { summary, drawing, formatTick } = props;
  const { buckets, kind, series, isFaint, lines, band, scale } = drawing;
  const points = useMemo(() => pointsOf(drawing), [drawing]);
  const places = placesOf(buckets.length);
  const isBars = kind === "stack" && !arePoints(buckets.length);
  return (
    <figure className="time__figure" aria-label={summary}>
      <ComposedChart
        responsive
        width="100%"
        height={PLOT.height}
        data={points}
        margin={MARGIN}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={places.domain}
          ticks={places.ticks}
          height={PLOT.axis}
          tickFormatter={(at: number) => buckets[at]?.tick ?? ""}
          tick={AXIS_TEXT}
          tickLine={false}
          stroke="var(--line)"
          minTickGap={24}
          interval="equidistantPreserveStart"
        />
        <YAxis
          width={PLOT.start}
          domain={[0, scale.top]}
          ticks={[...scale.ticks]}
          tickFormatter={formatTick}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
        />
        {band && <Area dataKey="band" {...STILL} type="linear" stroke="none" {...BAND} />}
        {series
          .toReversed()
          .map((one, at) => (kind === "lines" ? seriesLine(one, at, isFaint) : stacked(one, at, isBars)))}
        {lines.flatMap((line, at) => lineOfAll(line, at, kind))}
        {trendVeils(buckets, arePoints(buckets.length))}
      </ComposedChart>
    </figure>
  );
});

const STILL = { isAnimationActive: false, activeDot: false } as const;
const BAND = { fill: "var(--ink)", fillOpacity: 0.1 };

function pointsOf({ buckets, series, lines, band }: TimeDrawing): Point[] {
  const drawn = series.toReversed();
  return buckets.flatMap(({ hasBegun }, at) => {
    if (!hasBegun) return [];
    const point: Point = { at, band: band?.[at] ?? null };
    for (const [place, { values }] of drawn.entries()) point[`s${place}`] = values[at] ?? null;
    for (const [place, { values }] of lines.entries()) point[`l${place}`] = values[at] ?? null;
    return [point];
  });
}

/** recharts stacks in the order in which marks first came, so a mark belongs to a place above the bottom. */
function stacked({ name, colour }: TimeSeries, at: number, isBars: boolean): ReactNode {
  const shared = { dataKey: `s${at}`, name, stackId: "all", fill: colour, isAnimationActive: false };
  if (isBars) return <Bar key={`bar ${at}`} {...shared} maxBarSize={96} />;
  return (
    <Area
      key={`area ${at}`}
      {...shared}
      {...STILL}
      type="linear"
      stroke="var(--panel)"
      strokeWidth={0.5}
      fillOpacity={0.88}
      dot={false}
    />
  );
}

function seriesLine({ name, colour, values }: TimeSeries, at: number, isFaint: boolean): ReactNode {
  return (
    <Line
      key={`line ${at}`}
      {...STILL}
      dataKey={`s${at}`}
      name={name}
      type="linear"
      stroke={colour}
      strokeWidth={isFaint ? 1 : 1.5}
      strokeOpacity={isFaint ? 0.4 : 1}
      dot={dotsOf(values, colour)}
    />
  );
}

const LOOKS = {
  solid: { strokeWidth: 1.5 },
  strong: { strokeWidth: 2.5 },
  dashed: { strokeWidth: 1.5, strokeDasharray: "5 4" },
} as const;

/** Above a stack with a rim, so that it is seen on every colour. */
function lineOfAll(
  { name, colour, look, values }: TimeLine,
  at: number,
  kind: "stack" | "lines",
): ReactNode[] {
  const shared = { ...STILL, dataKey: `l${at}`, name, type: "linear" as const };
  const rim = { stroke: "var(--panel)", strokeWidth: LOOKS[look].strokeWidth + 2, strokeOpacity: 0.7 };
  return [
    kind === "stack" && <Line key={`rim ${at}`} {...shared} {...rim} dot={false} />,
    <Line key={`all ${at}`} {...shared} stroke={colour} {...LOOKS[look]} dot={dotsOf(values, colour)} />,
  ];
}

/** Between two gaps a line has no length: such values are drawn as dots. */
function dotsOf(values: readonly (number | null)[], colour: string) {
  const isGap = (at: number) => (values[at] ?? null) === null;
  const alone = new Set([...values.keys()].filter((at) => !isGap(at) && isGap(at - 1) && isGap(at + 1)));
  if (alone.size === 0) return false;
  return ({ key, cx, cy, payload }: DotItemDotProps) =>
    alone.has(payload.at) ? <circle key={key} cx={cx} cy={cy} r={2.5} fill={colour} /> : null;
}
