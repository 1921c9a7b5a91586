import type { ReactNode } from "react";
import { Curve, Surface } from "recharts";
import { arePoints, shareOfPlace } from "./plot.ts";
import { barBoxes, layersOf } from "./stack-shapes.ts";
import type { TimeDrawing, TimeLine, TimeSeries } from "./time-chart.tsx";

export type ShapesProps = {
  drawing: TimeDrawing;
  /** Of the plot, in pixels. */
  height: number;
};

type Point = { x: number; y: number | null };

/** The picture is as wide as its plot, whatever the units across. */
const WIDTH = 1000;

function useScales({ drawing: { buckets, scale }, height }: ShapesProps) {
  const last = buckets.findLastIndex(({ hasBegun }) => hasBegun);
  const y = (value: number) => height * (1 - value / scale.top);
  const pointsOf = (values: readonly (number | null)[]): Point[] =>
    values.slice(0, last + 1).map((value, at) => ({
      x: shareOfPlace(at, buckets.length) * WIDTH,
      y: value === null ? null : y(value),
    }));
  return { last, pointsOf };
}

/** All that is drawn over time: the stack, or single lines, and the lines of the whole above them. */
export function TimeShapes(props: ShapesProps): ReactNode {
  const { drawing, height } = props;
  return (
    <Surface
      className="stack__shapes"
      width={WIDTH}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {drawing.kind === "stack" && <Stack {...props} />}
      <Lines {...props} />
    </Surface>
  );
}

/** Series on top of each other: areas, or bars where buckets are too few to have a shape. */
function Stack(props: ShapesProps): ReactNode {
  const { drawing, height } = props;
  const { pointsOf, last } = useScales(props);
  const { series, scale, buckets } = drawing;
  const counted = series.map((one) => ({ ...one, values: one.values.map((value) => value ?? 0) }));
  if (arePoints(buckets.length)) {
    const layers = layersOf(counted, last);
    return series.map(({ key, colour }, at) => (
      <Curve
        key={key}
        className="stack__area"
        type="linear"
        fill={colour}
        points={pointsOf((layers[at] ?? []).map(({ high }) => high))}
        baseLine={pointsOf((layers[at] ?? []).map(({ low }) => low))}
      />
    ));
  }
  const across = WIDTH / buckets.length;
  return barBoxes(counted, last, scale.top).map(({ key, colour, x, width, y, height: size }) => (
    <rect
      key={key}
      fill={colour}
      x={(x + 0.5) * across}
      width={width * across}
      y={(y / scale.top) * height}
      height={(size / scale.top) * height}
    />
  ));
}

/** Single series, the band around the whole, and the lines of the whole; those above a stack have a rim. */
function Lines(props: ShapesProps): ReactNode {
  const { drawing } = props;
  const { kind, series, lines, band, isFaint } = drawing;
  const { pointsOf } = useScales(props);
  return (
    <>
      {band && (
        <Curve
          type="linear"
          fill="var(--ink)"
          fillOpacity={0.1}
          points={pointsOf(band.map((ends) => ends?.[1] ?? null))}
          baseLine={pointsOf(band.map((ends) => ends?.[0] ?? null))}
        />
      )}
      {kind === "lines" &&
        series
          .toReversed()
          .map((one) => <Line key={one.key} line={one} points={pointsOf(one.values)} isFaint={isFaint} />)}
      {lines.map((one) => (
        <Line key={one.key} line={one} points={pointsOf(one.values)} hasRim={kind === "stack"} />
      ))}
    </>
  );
}

const DASHED = { strokeDasharray: "5 4" };

type LineProps = {
  line: TimeSeries & Partial<Pick<TimeLine, "look" | "hasDots">>;
  points: readonly Point[];
  isFaint?: boolean;
  hasRim?: boolean;
};

function Line({ line, points, isFaint = false, hasRim = false }: LineProps): ReactNode {
  const { colour, look, hasDots = false } = line;
  const width = isFaint ? 1 : look === "strong" ? 2.5 : 1.5;
  const shape = { className: "time__shape", type: "linear", points, fill: "none" } as const;
  return (
    <>
      {hasRim && <Curve {...shape} stroke="var(--panel)" strokeWidth={width + 2} strokeOpacity={0.7} />}
      <Curve
        {...shape}
        stroke={colour}
        strokeWidth={width}
        strokeOpacity={isFaint ? 0.4 : 1}
        {...(look === "dashed" ? DASHED : {})}
      />
      <path className="time__dots" d={dotsOf(points, hasDots)} stroke={colour} />
    </>
  );
}

/** Strokes without a length, whose round ends are dots. Between two gaps a line has no length, and is seen by its dot. */
function dotsOf(points: readonly Point[], all: boolean): string {
  const isGap = (at: number) => (points[at]?.y ?? null) === null;
  const dotted = points.filter((_, at) => !isGap(at) && (all || (isGap(at - 1) && isGap(at + 1))));
  return dotted.map(({ x, y }) => `M${x.toFixed(2)},${y?.toFixed(2)}h0`).join("");
}
