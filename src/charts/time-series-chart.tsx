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
  edgeLabel,
  IN_ORDER,
  lineMarks,
  seriesMarks,
  TickName,
  unfinishedMarks,
} from "./time-series-marks.tsx";

export type TimeSeriesChartProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  model: ChartModel;
  /** Of the whole picture, in pixels. */
  height: number;
  formatTick: (value: number) => string;
};

const MARGIN = { top: PLOT.top, right: 0, bottom: 0, left: 0 };

/** About how wide a letter under the axis is, and the least room between two names, in pixels. */
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
 * The still picture: it does not hear the pointer, which has a layer of its own above it. A click draws the page more
 * than once, so a model that says the same as before leaves the picture as it is, and so do its parts: recharts draws
 * all that changes at least twice.
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
            <ReferenceLine key={name} y={value} {...edgeLabel(name, "end")} />
          ))}
          {xAxis}
          {yAxis}
        </ComposedChart>
      )}
    </figure>
  );
}, isSame);

const GRID = <CartesianGrid {...IN_ORDER} vertical={false} syncWithTicks stroke="var(--grid)" />;

/** Of so many names under the axis one has room; a letter of Chinese takes that of two. */
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

/** The width of an element in pixels, on the screen and on paper; 0 until it is there. */
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
    // Nothing is observed while the browser lays the page out on paper: what is drawn then is drawn at once.
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
