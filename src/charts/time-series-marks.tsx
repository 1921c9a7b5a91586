import type { ReactElement, ReactNode } from "react";
import {
  Area,
  Bar,
  type BaseTickContentProps,
  Curve,
  type CurveProps,
  type DotItemDotProps,
  type LabelProps,
  Line,
  ReferenceArea,
  ReferenceLine,
} from "recharts";
import type { ChartBucket, ChartLine, ChartModel } from "./chart-model.ts";
import type { ChartPoint } from "./chart-points.ts";
import { plotHeight } from "./plot.ts";
import { BAR_SHARE } from "./stack-paths.ts";
import { unfinishedStretches } from "./time-axis.ts";

/** Keeps document order: recharts renders each z-index layer once more. */
export const IN_ORDER = { zIndex: 0 } as const;

/** No animation, pointer events, legend or tooltip of recharts. */
const STILL = { ...IN_ORDER, isAnimationActive: false, legendType: "none", tooltipType: "none" } as const;

type Curves = ReturnType<typeof curvesOf>;

/**
 * Props shared by all areas and lines. With `data` of their own, recharts renders them together with the rest; with the
 * chart's data, once more afterwards.
 */
export function curvesOf(points: readonly ChartPoint[], isBanded: boolean) {
  const still = { ...STILL, type: "linear", activeDot: false, shape: StillCurve } as const;
  // Bars only take the data of the chart.
  return { props: { ...still, ...(!isBanded && { data: points }) }, points, isBanded };
}

/**
 * A plain path: recharts' own shapes measure the path length at every render, and draw an area and its edge separately.
 */
function StillCurve({ pathRef: _, ...props }: CurveProps): ReactElement {
  return <Curve {...props} />;
}

/**
 * The series of a chart: lines, or a stack of areas or bars, and the columns behind them; `bucket` is the width of a
 * bucket in pixels.
 */
export function seriesMarks(model: ChartModel, curves: Curves, bucket: number): ReactNode {
  const { kind, series, columns, isFaint = false } = model;
  // recharts stacks marks in the order of their first mount, so marks are keyed by their position from the bottom.
  const upwards = series.toReversed().map((one, at) => ({ ...one, field: `s${at}` }));
  if (kind === "lines")
    return (
      <>
        {columns && (
          <Bar {...STILL} dataKey="columns" fill={columns.colour} barSize={Math.max(1, bucket - 1)} />
        )}
        {upwards.map(({ key, colour, field }) => (
          <Line
            key={key}
            {...curves.props}
            dataKey={field}
            stroke={colour}
            strokeWidth={isFaint ? 1 : 1.5}
            strokeOpacity={isFaint ? 0.4 : 1}
            dot={dotsOf(curves.points, field)}
          />
        ))}
      </>
    );
  if (curves.isBanded)
    return upwards.map(({ colour, field }) => (
      <Bar
        key={`bar ${field}`}
        {...STILL}
        stackId="all"
        dataKey={field}
        fill={colour}
        barSize={bucket * BAR_SHARE}
      />
    ));
  return upwards.map(({ colour, field }) => (
    <Area
      key={`area ${field}`}
      {...curves.props}
      stackId="all"
      dataKey={field}
      fill={colour}
      fillOpacity={0.88}
      stroke="var(--panel)"
      strokeWidth={0.5}
    />
  ));
}

const LOOKS = {
  solid: { strokeWidth: 1.5 },
  strong: { strokeWidth: 2.5 },
  dashed: { strokeWidth: 1.5, strokeDasharray: "5 4" },
} as const;

/** The lines on top with their intervals; above a stack they get an outline to contrast with every colour. */
export function lineMarks({ lines, kind }: ChartModel, curves: Curves): ReactNode {
  return lines.map((line, at) => (
    <LineMark key={line.key} line={line} field={`l${at}`} hasRim={kind === "stack"} curves={curves} />
  ));
}

type LineMarkProps = { line: ChartLine; field: string; hasRim: boolean; curves: Curves };

function LineMark({ line, field, hasRim, curves }: LineMarkProps): ReactNode {
  const { props, points } = curves;
  const { colour, look, band, isOpen } = line;
  const { strokeWidth } = LOOKS[look];
  return (
    <>
      {/* recharts draws a single point as a dot. */}
      {band && points.length > 1 && (
        <Area {...props} dataKey={`${field} band`} stroke="none" fill={colour} fillOpacity={0.12} />
      )}
      {hasRim && (
        <Line
          {...props}
          dataKey={field}
          stroke="var(--panel)"
          strokeWidth={strokeWidth + 2}
          strokeOpacity={0.7}
          dot={false}
        />
      )}
      <Line {...props} {...LOOKS[look]} dataKey={field} stroke={colour} dot={dotsOf(points, field)} />
      {isOpen && (
        <Line
          {...props}
          dataKey={`${field} open`}
          stroke={colour}
          strokeWidth={strokeWidth}
          strokeDasharray="4 3"
          dot={dotsOf(points, `${field} open`)}
        />
      )}
    </>
  );
}

/** The dot renderer of a line; false when it has no dots. */
function dotsOf(points: readonly ChartPoint[], field: string): typeof Dot | false {
  return points.some((point) => point[`${field} dot`]) && Dot;
}

/** The dot of a line in a data row. */
function Dot({ key, cx, cy, payload, dataKey, stroke }: DotItemDotProps): ReactNode {
  const look = (payload as ChartPoint)[`${dataKey} dot`];
  if (!look || cx === undefined || cy === undefined) return null;
  return look === "full" ? (
    <circle key={key} cx={cx} cy={cy} r={2.5} fill={stroke} />
  ) : (
    <circle key={key} cx={cx} cy={cy} r={2.75} fill="var(--panel)" stroke={stroke} strokeWidth={1.5} />
  );
}

/** Shades unfinished ranges: each unfinished bar, or up to the nearest finished bucket; with a label. */
export function unfinishedMarks(buckets: readonly ChartBucket[], isBanded: boolean): ReactNode {
  return unfinishedStretches(buckets, isBanded).flatMap(({ from, to, side, label }) => [
    <ReferenceArea
      key={`${side} ${from}`}
      {...IN_ORDER}
      x1={from}
      x2={to}
      fill="var(--panel)"
      fillOpacity={0.55}
      label={{ value: label, content: EdgeText, position: side === "end" ? "insideRight" : "insideLeft" }}
    />,
    side !== "bar" && <ReferenceLine key={`${side} edge`} x={side === "end" ? from : to} {...EDGE} />,
  ]);
}

const EDGE = { ...IN_ORDER, stroke: "var(--ink-3)", strokeDasharray: "3 2" } as const;

/** Characters that fit beside the axis, and the least distance between two labels of it in pixels. */
const [ROOM, APART] = [8, 12];

/** A dashed line at a value. Its label stands beside the axis where there is room, away from the values; else above its end. */
export function limitLine(value: number, label: string, { top, ticks }: ChartModel["scale"], height: number) {
  const apart = (APART / plotHeight(height)) * top;
  const isBeside = label.length <= ROOM && ticks.every((tick) => Math.abs(tick - value) >= apart);
  const position = isBeside ? "left" : "insideRight";
  return { ...EDGE, y: value, label: { value: label, content: EdgeText, position } } as const;
}

/** A label beside the axis, or above a range or line, at its start or end. */
function EdgeText({ viewBox, value, position }: LabelProps): ReactElement | null {
  if (!viewBox || !("width" in viewBox)) return null;
  const { x, y, width } = viewBox;
  if (position === "left")
    return (
      <text className="time__tick" x={x - 8} y={y} dy="0.35em" textAnchor="end">
        {value}
      </text>
    );
  const isEnd = position === "insideRight";
  return (
    <text className="time__words" x={isEnd ? x + width : x} y={y - 5} textAnchor={isEnd ? "end" : "start"}>
      {value}
    </text>
  );
}

/** A tick label as plain text: recharts' own measures its text first. */
export function TickName(props: BaseTickContentProps): ReactNode {
  const { x, y, payload, index, textAnchor, verticalAnchor, tickFormatter } = props;
  return (
    <text
      className="time__tick"
      x={x}
      y={y}
      dy={verticalAnchor === "middle" ? "0.35em" : "0.9em"}
      textAnchor={textAnchor}
    >
      {tickFormatter?.(payload.value, index)}
    </text>
  );
}
