import { memo, type ReactNode } from "react";
import { type Drawn, plotHeight } from "./plot.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { TimeShapes } from "./time-shapes.tsx";
import type { TrendBucket } from "./trend-veils.tsx";

export type TimeSeries = Drawn & { name: string; colour: string };

/** A line of all series together: itself, what it is compared with, or a mean of it. */
export type TimeLine = TimeSeries & {
  look: "solid" | "strong" | "dashed";
  /** Each value has a dot; else those alone that stand between two gaps. */
  hasDots?: boolean;
};

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
  /** Values that a line across marks by name. */
  marks?: readonly { value: number; name: string }[];
};

export type TimeChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  drawing: TimeDrawing;
  /** Of the whole picture, in pixels. */
  height: number;
  formatTick: (value: number) => string;
};

/**
 * The still picture: it does not hear the pointer, which has a layer of its own above it. Of the charting library it
 * takes the shapes; a chart of it would bring 84 kB (gzip) more, which no view has room for.
 */
export const TimeChart = memo(function TimeChart(props: TimeChartProps): ReactNode {
  const { summary, drawing, height, formatTick } = props;
  const { buckets, scale, marks } = drawing;
  return (
    <PlotFrame {...{ summary, buckets, scale, height, formatTick }} {...(marks && { marks })}>
      <TimeShapes drawing={drawing} height={plotHeight(height)} />
    </PlotFrame>
  );
});
