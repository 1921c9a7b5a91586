import { nice, ticks } from "d3-array";

export type ChartBucket = {
  key: string;
  /** Short name for the axis. */
  tick: string;
  name: string;
  /** Why the bucket cannot be compared with others; null when it can. */
  unfinished: string | null;
  /** A bucket in the future has no count, not even 0. */
  hasBegun: boolean;
};

/** One value per bucket, in the unit of the axis; null is a gap. */
export type ChartSeries = { key: string; name: string; colour: string; values: readonly (number | null)[] };

/** A line on top, such as the total, a comparison or a moving mean. */
export type ChartLine = ChartSeries & {
  look: "solid" | "strong" | "dashed";
  /** A dot per value; otherwise only for values between two gaps, where there is no line segment. */
  hasDots?: boolean;
  /** Confidence interval of each value: low and high. */
  band?: readonly (readonly [number, number] | null)[];
  /** Values that may still change: dashed, with hollow dots. */
  isOpen?: readonly boolean[];
};

/** What a chart over time shows, independent of the renderer. */
export type ChartModel = {
  buckets: readonly ChartBucket[];
  /** Stacked, first series on top; or a line each. */
  kind: "stack" | "lines";
  series: readonly ChartSeries[];
  /** Dims the series behind their total. */
  isFaint?: boolean;
  lines: readonly ChartLine[];
  /** Columns behind the lines; buckets then are bands instead of points. */
  columns?: ChartSeries;
  scale: { top: number; ticks: readonly number[] };
  /** Labelled horizontal lines. */
  marks?: readonly { value: number; name: string }[];
  /** Notes on buckets, in order of time. */
  notes?: readonly ChartNote[];
};

/** A note, on the buckets from `first` to `last`. */
export type ChartNote = { key: string; first: number; last: number; days: string; text: string };

type CountScale = { top: number; ticks: readonly number[] };

/** An axis for counts from 0, with about four round integer steps. */
export function countScale(highest: number): CountScale {
  const [, top] = nice(0, Math.max(highest, 1), 4);
  return { top, ticks: ticks(0, top, 4).filter(Number.isInteger) };
}

/** An axis for shares from 0, with about four round steps, up to 1 at most. */
export function shareScale(highest: number): CountScale {
  const [, top] = nice(0, Math.max(highest, 0.01), 4);
  return { top: Math.min(1, top), ticks: ticks(0, Math.min(1, top), 4) };
}
