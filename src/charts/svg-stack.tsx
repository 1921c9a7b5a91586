import { type CSSProperties, memo, type ReactNode } from "react";
import type { ChartModel } from "./chart-model.ts";
import { PLOT, percent, plotHeight } from "./plot.ts";
import { barBoxes, stackPaths } from "./stack-paths.ts";
import {
  axisDomain,
  lastBegun,
  shareOfPlace,
  tickPlaces,
  timeAxis,
  unfinishedStretches,
} from "./time-axis.ts";

export type SvgStackProps = {
  /** Text alternative. */
  summary: string;
  /** A model of kind "stack". */
  model: ChartModel;
  /** Of the whole chart, in pixels. */
  height: number;
  formatTick: (value: number) => string;
};

/**
 * A stacked chart over time as plain SVG that scales with its container. It looks like `TimeSeriesChart` and is used on
 * the first view, where recharts would double the time of a click and more than double that of loading.
 */
export const SvgStack = memo(function SvgStack({
  summary,
  model,
  height,
  formatTick,
}: SvgStackProps): ReactNode {
  const { buckets, scale } = model;
  const axis = timeAxis(model);
  const topOf = (value: number) => PLOT.top + plotHeight(height) * (1 - value / scale.top);
  const frame = { height, paddingTop: PLOT.top, paddingBottom: PLOT.axis, "--plot-start": `${PLOT.start}px` };
  return (
    <figure className="time__figure stack" aria-label={summary} style={frame as CSSProperties}>
      {scale.ticks.map((tick) => (
        <span key={tick} className="stack__grid" style={{ top: topOf(tick) }} data-count={formatTick(tick)} />
      ))}
      <div className="stack__plot">
        <Shapes model={model} />
        {unfinishedStretches(buckets, axis.isBanded).map(({ from, to, side, label }) => (
          <span
            key={`${side} ${from}`}
            className={`stack__veil stack__veil--${side}`}
            style={{
              left: percent(shareOfPlace(from, axis)),
              right: percent(1 - shareOfPlace(to, axis)),
            }}
          >
            <span className="stack__words">{label}</span>
          </span>
        ))}
        {tickPlaces(buckets.length).map(({ at, isMinor }) => (
          <span
            key={at}
            className={isMinor ? "stack__tick stack__tick--minor" : "stack__tick"}
            style={{ left: percent(shareOfPlace(at, axis)) }}
          >
            {buckets[at]?.tick}
          </span>
        ))}
      </div>
    </figure>
  );
});

/** Areas, or bars where there are too few buckets for areas. Units: buckets across, referrals upwards. */
function Shapes({ model }: { model: ChartModel }): ReactNode {
  const { buckets, series, scale } = model;
  const axis = timeAxis(model);
  const [low, high] = axisDomain(axis);
  const last = lastBegun(buckets);
  return (
    <svg
      className="stack__shapes"
      viewBox={`${low} 0 ${high - low || 1} ${scale.top}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {axis.isBanded
        ? barBoxes(series, last, scale.top).map(({ key, colour, ...box }) => (
            <rect key={key} fill={colour} {...box} />
          ))
        : stackPaths(series, last, scale.top).map(({ key, path }, at) => (
            <path key={key} d={path} fill={series[at]?.colour} className="stack__area" />
          ))}
    </svg>
  );
}
