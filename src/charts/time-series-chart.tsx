import { memo, type ReactNode, useMemo } from "react";
import { CartesianGrid, ComposedChart, ReferenceLine, XAxis, YAxis } from "recharts";
import { isSame } from "#lib/is-same.ts";
import type { ChartModel } from "./chart-model.ts";
import { chartPoints } from "./chart-points.ts";
import { PLOT } from "./plot.ts";
import { axisDomain, tickPlaces, timeAxis } from "./time-axis.ts";
import {
  curvesOf,
  edgeLabel,
  IN_ORDER,
  lineMarks,
  seriesMarks,
  TickName,
  unfinishedMarks,
} from "./time-series-marks.tsx";
import { useElementWidth } from "./use-element-width.ts";

export type TimeSeriesChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  model: ChartModel;
  /** Of the whole picture, in pixels. */
  height: number;
  formatTick: (value: number) => string;
};

const MARGIN = { top: PLOT.top, right: 0, bottom: 0, left: 0 };

/** Narrower than this (in pixels) every second name under the axis gives way. */
const NARROW = 360;

const AXIS = {
  ...IN_ORDER,
  axisLine: false,
  tickLine: false,
  tickSize: 0,
  interval: 0,
  tick: TickName,
} as const;

/**
 * The still picture: it does not hear the pointer, which has a layer of its own above it. A click draws the page more
 * than once, so a model that says the same as before leaves the picture as it is: recharts draws each change twice.
 */
export const TimeSeriesChart = memo(function TimeSeriesChart(props: TimeSeriesChartProps): ReactNode {
  const { summary, model, height, formatTick } = props;
  const { buckets, scale, marks } = model;
  const { ref, width } = useElementWidth<HTMLElement>();
  const points = useMemo(() => chartPoints(model), [model]);
  const axis = timeAxis(model);
  const curves = curvesOf(points, axis);
  const ticks = tickPlaces(buckets.length).flatMap(({ at, isMinor }) =>
    isMinor && width < NARROW ? [] : [at],
  );
  return (
    <figure ref={ref} className="time__figure" aria-label={summary} style={{ height }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={height}
          {...(axis.isBanded && { data: points })}
          margin={MARGIN}
          accessibilityLayer={false}
          aria-hidden="true"
        >
          <CartesianGrid {...IN_ORDER} vertical={false} syncWithTicks stroke="var(--grid)" />
          {seriesMarks(model, curves, (width - PLOT.start) / axis.count)}
          {lineMarks(model, curves)}
          {unfinishedMarks(buckets, axis)}
          {marks?.map(({ value, name }) => (
            <ReferenceLine key={name} y={value} {...edgeLabel(name, "end")} />
          ))}
          <XAxis
            {...AXIS}
            dataKey="at"
            type="number"
            domain={axisDomain(axis)}
            ticks={ticks}
            height={PLOT.axis}
            tickMargin={4}
            tickFormatter={(at: number) => buckets[at]?.tick ?? ""}
          />
          <YAxis
            {...AXIS}
            width={PLOT.start}
            domain={[0, scale.top]}
            ticks={[...scale.ticks]}
            tickMargin={8}
            tickFormatter={formatTick}
          />
        </ComposedChart>
      )}
    </figure>
  );
}, isSame);
