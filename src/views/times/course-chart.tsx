import type { ReactNode } from "react";
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { countScale } from "#charts/scale.ts";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";

/** A bucket with its times in ms; null where there is none. */
export type ChartPoint = {
  key: string;
  tick: string;
  name: string;
  /** Why it cannot be compared with the others; null when it can. */
  unfinished: string | null;
  median: number | null;
  p90: number | null;
  /** Of how many referrals, in words. */
  base: string;
};

export type CourseChartProps = {
  summary: string;
  points: readonly ChartPoint[];
  names: { median: string; p90: string; limit: string };
  limits: readonly { ms: number; name: string }[];
  /** A round time, for the axis; and any time, for the figures. */
  formatRound: (ms: number) => string;
  format: (ms: number) => string;
};

const HEIGHT = 240;
const MARGIN = { top: 20, right: 12, bottom: 0, left: 0 };
/** Room for the names of limits at the right. */
const LIMIT_MARGIN = { ...MARGIN, right: 52 };
const AXIS_TEXT = { fill: "var(--ink-3)", fontSize: 11 };
const CURSOR = { stroke: "var(--ink-3)", strokeDasharray: "2 2" };

/** Median and 90th percentile over time: gaps where there is no time, unfinished buckets behind a veil. */
export function CourseChart(props: CourseChartProps): ReactNode {
  const { summary, points, names, limits, formatRound, format } = props;
  const scale = timeScale(Math.max(0, ...points.map(({ median, p90 }) => Math.max(median ?? 0, p90 ?? 0))));
  const data = points.map((point, at) => ({ ...point, at }));
  const shown = limits.filter(({ ms }) => ms <= scale.top);
  return (
    <figure className="times__course" aria-label={summary}>
      <figcaption className="times__legend" aria-hidden="true">
        <span className="times__line">{names.median}</span>
        <span className="times__line times__line--p90">{names.p90}</span>
        {shown.length > 0 && <span className="times__line times__line--limit">{names.limit}</span>}
      </figcaption>
      <ComposedChart
        responsive
        width="100%"
        height={HEIGHT}
        data={data}
        margin={shown.length > 0 ? LIMIT_MARGIN : MARGIN}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[-0.5, points.length - 0.5]}
          ticks={points.map((_, at) => at)}
          tickFormatter={(at: number) => points[at]?.tick ?? ""}
          height={24}
          tick={AXIS_TEXT}
          tickLine={false}
          stroke="var(--line)"
          minTickGap={16}
          interval="equidistantPreserveStart"
        />
        <YAxis
          width={56}
          domain={[0, scale.top]}
          ticks={[...scale.ticks]}
          tickFormatter={formatRound}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          content={<CourseTooltip names={names} format={format} />}
          isAnimationActive={false}
          cursor={CURSOR}
        />
        {shown.map(({ ms, name }) => (
          <ReferenceLine
            key={ms}
            y={ms}
            stroke="var(--ink-3)"
            strokeDasharray="2 3"
            label={{ value: name, position: "right", ...AXIS_TEXT }}
          />
        ))}
        <Line dataKey="p90" stroke="var(--ink-3)" strokeDasharray="4 3" {...LINE} dot={HOLLOW} />
        <Line dataKey="median" stroke="var(--accent)" strokeWidth={2} {...LINE} dot={FULL} />
        {veils(points)}
      </ComposedChart>
    </figure>
  );
}

const LINE = { type: "linear", connectNulls: false, isAnimationActive: false, activeDot: false } as const;
const FULL = { r: 2.5, fill: "var(--accent)", strokeWidth: 0 };
const HOLLOW = { r: 2, fill: "var(--panel)", stroke: "var(--ink-3)", strokeDasharray: "none" };

/** A veil over each stretch of unfinished buckets; one word for a stretch, since the tooltip tells of each. */
function veils(points: readonly ChartPoint[]): ReactNode[] {
  const isUnfinished = (at: number) => (points[at]?.unfinished ?? null) !== null;
  return points.flatMap(({ key, unfinished }, from) => {
    if (unfinished === null || isUnfinished(from - 1)) return [];
    const next = points.findIndex((_, at) => at > from && !isUnfinished(at));
    return [veil(key, from, next < 0 ? points.length : next, unfinished)];
  });
}

function veil(key: string, from: number, end: number, words: string): ReactNode {
  const position = from === 0 ? ("insideTopLeft" as const) : ("insideTopRight" as const);
  return (
    <ReferenceArea
      key={key}
      x1={from - 0.5}
      x2={end - 0.5}
      fill="var(--panel)"
      fillOpacity={0.6}
      zIndex={500}
      label={{ value: words, position, offset: 4, dy: -20, ...AXIS_TEXT }}
    />
  );
}

/** An axis of whole hours, or of whole days where times are longer. */
function timeScale(highest: number): { top: number; ticks: readonly number[] } {
  const unit = highest > 2 * DAY_MS ? DAY_MS : HOUR_MS;
  const { top, ticks } = countScale(highest / unit);
  return { top: top * unit, ticks: ticks.map((tick) => tick * unit) };
}

type CourseTooltipProps = Pick<CourseChartProps, "names" | "format"> & Partial<TooltipContentProps>;

/** What the bucket under the pointer holds; recharts adds its own properties to those given. */
function CourseTooltip({ names, format, active, payload }: CourseTooltipProps): ReactNode {
  const point: ChartPoint | undefined = payload?.[0]?.payload;
  if (!active || !point) return null;
  return (
    <div className="tooltip">
      <p className="tooltip__title">
        {point.name}
        {point.unfinished && <span className="second"> · {point.unfinished}</span>}
      </p>
      <ul>
        {(["median", "p90"] as const).map((key) => (
          <li key={key}>
            {names[key]}
            <span className="tooltip__count">{point[key] === null ? "–" : format(point[key])}</span>
          </li>
        ))}
      </ul>
      <p className="second">{point.base}</p>
    </div>
  );
}
