import type { CSSProperties, ReactNode } from "react";
import { PLOT, plotHeight } from "./plot.ts";
import { type TrendBucket, TrendTicks, TrendVeils } from "./trend-veils.tsx";

export type PlotFrameProps = {
  /** Says what is drawn, for those who do not see it. */
  summary: string;
  buckets: readonly TrendBucket[];
  scale: { top: number; ticks: readonly number[] };
  /** Of the whole picture, in pixels. */
  height: number;
  formatTick: (value: number) => string;
  /** Values that a line across marks by name. */
  marks?: readonly { value: number; name: string }[];
  /** What is drawn into the plot. */
  children: ReactNode;
};

/** What every chart over time stands in: its grid, its buckets, and a veil over those that are unfinished. */
export function PlotFrame(props: PlotFrameProps): ReactNode {
  const { summary, buckets, scale, height, formatTick, marks = [], children } = props;
  const topOf = (value: number) => PLOT.top + plotHeight(height) * (1 - value / scale.top);
  const frame = { height, paddingTop: PLOT.top, paddingBottom: PLOT.axis, "--plot-start": `${PLOT.start}px` };
  return (
    <figure className="time__figure stack" aria-label={summary} style={frame as CSSProperties}>
      {scale.ticks.map((tick) => (
        <span key={tick} className="stack__grid" style={{ top: topOf(tick) }} data-count={formatTick(tick)} />
      ))}
      <div className="stack__plot">
        {children}
        <TrendVeils buckets={buckets} />
        <TrendTicks buckets={buckets} />
      </div>
      {marks.map(({ value, name }) => (
        <span key={name} className="time__mark" style={{ top: topOf(value) }}>
          {name}
        </span>
      ))}
    </figure>
  );
}
