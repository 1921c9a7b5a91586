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
import { BAR_SHARE } from "./stack-paths.ts";
import { unfinishedStretches } from "./time-axis.ts";

/** Marks stand in the order in which they are written: in layers of their own each would be drawn once more. */
export const IN_ORDER = { zIndex: 0 } as const;

/** Neither moves nor answers the pointer, and stands in no legend and no tooltip of recharts. */
const STILL = { ...IN_ORDER, isAnimationActive: false, legendType: "none", tooltipType: "none" } as const;

/** How all areas and lines of a chart are drawn, and of which rows. */
type Curves = ReturnType<typeof curvesOf>;

/** Rows that areas and lines have themselves are drawn with the rest; those of the chart, once more after it. */
export function curvesOf(points: readonly ChartPoint[], isBanded: boolean) {
  const still = { ...STILL, type: "linear", activeDot: false, shape: StillCurve } as const;
  // A bar knows only the rows of its chart.
  return { props: { ...still, ...(!isBanded && { data: points }) }, points, isBanded };
}

/** One plain path: recharts' own shapes measure its length at each drawing, and draw an area and its rim apart. */
function StillCurve({ pathRef: _, ...props }: CurveProps): ReactElement {
  return <Curve {...props} />;
}

/** The series of a chart: lines, or a stack of areas or bars, and the columns behind; `bucket` is as wide in pixels. */
export function seriesMarks(model: ChartModel, curves: Curves, bucket: number): ReactNode {
  const { kind, series, columns, isFaint = false } = model;
  // recharts stacks in the order in which marks first came, so a mark belongs to a place above the bottom.
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

/** The lines above the series with their intervals; above a stack with a rim, so that they are seen on every colour. */
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
      {/* Of a single point recharts would make a dot. */}
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

/** How the dots of a line are drawn; most lines have none at all. */
function dotsOf(points: readonly ChartPoint[], field: string): typeof Dot | false {
  return points.some((point) => point[`${field} dot`]) && Dot;
}

/** The dot that a row of the data has for a line. */
function Dot({ key, cx, cy, payload, dataKey, stroke }: DotItemDotProps): ReactNode {
  const look = (payload as ChartPoint)[`${dataKey} dot`];
  if (!look || cx === undefined || cy === undefined) return null;
  return look === "full" ? (
    <circle key={key} cx={cx} cy={cy} r={2.5} fill={stroke} />
  ) : (
    <circle key={key} cx={cx} cy={cy} r={2.75} fill="var(--panel)" stroke={stroke} strokeWidth={1.5} />
  );
}

/** A veil over what is unfinished: each such bar, or the stretch to the next finished bucket; and its words. */
export function unfinishedMarks(buckets: readonly ChartBucket[], isBanded: boolean): ReactNode {
  return unfinishedStretches(buckets, isBanded).flatMap(({ from, to, side, words }) => [
    <ReferenceArea
      key={`${side} ${from}`}
      {...IN_ORDER}
      x1={from}
      x2={to}
      fill="var(--panel)"
      fillOpacity={0.55}
      label={{ value: words, content: EdgeText, position: side === "end" ? "insideRight" : "insideLeft" }}
    />,
    side !== "bar" && <ReferenceLine key={`${side} edge`} x={side === "end" ? from : to} {...EDGE} />,
  ]);
}

const EDGE = { ...IN_ORDER, stroke: "var(--ink-3)", strokeDasharray: "3 2" } as const;

/** A dashed line with words above one of its ends. */
export function edgeLabel(words: string, end: "start" | "end") {
  return {
    ...EDGE,
    label: { value: words, content: EdgeText, position: end === "end" ? "insideRight" : "insideLeft" },
  } as const;
}

/** Words above a stretch or a line, at its start or its end. */
function EdgeText({ viewBox, value, position }: LabelProps): ReactElement | null {
  if (!viewBox || !("width" in viewBox)) return null;
  const isEnd = position === "insideRight";
  return (
    <text
      className="time__words"
      x={isEnd ? viewBox.x + viewBox.width : viewBox.x}
      y={viewBox.y - 5}
      textAnchor={isEnd ? "end" : "start"}
    >
      {value}
    </text>
  );
}

/** The name of a tick as plain text: recharts' own is measured first. */
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
