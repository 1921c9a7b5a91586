import { memo, type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CartesianGrid, ComposedChart, ReferenceLine, XAxis, YAxis } from "recharts";
import { isSame } from "#lib/is-same.ts";
import { useSame } from "#lib/use-same.ts";
import type { ChartModel } from "./chart-model.ts";
import { chartPoints } from "./chart-points.ts";
import { PLOT } from "./plot.ts";
import { axisDomain, type TimeAxis, tickPlaces, timeAxis } from "./time-axis.ts";
import {
  curvesOf,
  IN_ORDER,
  limitLine,
  lineMarks,
  seriesMarks,
  TickName,
  unfinishedMarks,
} from "./time-series-marks.tsx";

export type TimeSeriesChartProps = {
  /** Text alternative. */
  summary: string;
  model: ChartModel;
  /** Of the whole chart, in pixels. */
  height: number;
  formatTick: (value: number) => string;
};

const MARGIN = { top: PLOT.top, right: 0, bottom: 0, left: 0 };

/** Approximate width of an axis character, and minimum gap between labels, in pixels. */
const [LETTER, GAP] = [6, 12];

const AXIS = {
  ...IN_ORDER,
  axisLine: false,
  tickLine: false,
  tickSize: 0,
  interval: 0,
  tick: TickName,
} as const;

/**
 * The static chart; pointer events go to the layer above it. Memoised by value, as are its parts: a click renders the
 * page more than once, and recharts renders every change at least twice.
 */
export const TimeSeriesChart = memo(function TimeSeriesChart(props: TimeSeriesChartProps): ReactNode {
  const { summary, model, height, formatTick } = props;
  const { ref, width } = useElementWidth<HTMLElement>();
  const { count, isBanded } = timeAxis(model);
  const buckets = useSame(model.buckets);
  const every = namesApart(buckets, width - PLOT.start);
  const scale = useSame(model.scale);
  const points = useMemo(() => chartPoints(model), [model]);
  const xAxis = useMemo(
    () => axisOfTime(buckets, { count, isBanded }, every),
    [buckets, count, isBanded, every],
  );
  const yAxis = useMemo(() => axisOfValues(scale, formatTick), [scale, formatTick]);
  const unfinished = useMemo(() => unfinishedMarks(buckets, isBanded), [buckets, isBanded]);
  const curves = curvesOf(points, isBanded);
  return (
    <figure ref={ref} className="time__figure" aria-label={summary} style={{ height }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={height}
          {...(isBanded && { data: points })}
          margin={MARGIN}
          accessibilityLayer={false}
          aria-hidden="true"
        >
          {GRID}
          {seriesMarks(model, curves, (width - PLOT.start) / count)}
          {lineMarks(model, curves)}
          {unfinished}
          {model.marks?.map(({ value, name }) => (
            <ReferenceLine key={name} {...limitLine(value, name, scale, height)} />
          ))}
          {xAxis}
          {yAxis}
        </ComposedChart>
      )}
    </figure>
  );
}, isSame);

const GRID = <CartesianGrid {...IN_ORDER} vertical={false} syncWithTicks stroke="var(--grid)" />;

/** Show every n-th axis label so that they fit; a Chinese character is twice as wide as a Latin one. */
function namesApart(buckets: ChartModel["buckets"], room: number): number {
  const names = tickPlaces(buckets.length).map(({ at }) => buckets[at]?.tick ?? "");
  const letters = names.map((name) => name.replace(/[\u3000-\uffff]/g, "00").length);
  return Math.max(
    1,
    Math.ceil((names.length * (Math.max(0, ...letters) * LETTER + GAP)) / Math.max(room, 1)),
  );
}

function axisOfTime(buckets: ChartModel["buckets"], axis: TimeAxis, every: number): ReactNode {
  const ticks = tickPlaces(buckets.length).filter((_, place) => place % every === 0);
  return (
    <XAxis
      {...AXIS}
      dataKey="at"
      type="number"
      domain={axisDomain(axis)}
      ticks={ticks.map(({ at }) => at)}
      height={PLOT.axis}
      tickMargin={4}
      tickFormatter={(at: number) => buckets[at]?.tick ?? ""}
    />
  );
}

function axisOfValues({ top, ticks }: ChartModel["scale"], formatTick: (value: number) => string): ReactNode {
  return (
    <YAxis
      {...AXIS}
      width={PLOT.start}
      domain={[0, top]}
      ticks={[...ticks]}
      tickMargin={8}
      tickFormatter={formatTick}
    />
  );
}

/** The width of an element in pixels, on screen and in print; 0 before mount. */
function useElementWidth<T extends HTMLElement>(): { ref: RefObject<T | null>; width: number } {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // ResizeObserver does not fire during print layout, and only a synchronous render gets printed.
    const paper = matchMedia("print");
    const print = () => flushSync(measure);
    paper.addEventListener("change", print);
    return () => {
      observer.disconnect();
      paper.removeEventListener("change", print);
    };
  }, []);
  return { ref, width };
}
