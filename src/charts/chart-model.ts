/** A bucket of the time axis. */
export type ChartBucket = {
  key: string;
  /** As short as the axis needs it. */
  tick: string;
  name: string;
  /** Why the bucket cannot be compared with the others; null when it can. */
  unfinished: string | null;
  /** A bucket that has not begun has no count yet, not even 0. */
  hasBegun: boolean;
};

/** One value per bucket, in the unit of the axis; null is a gap. */
export type ChartSeries = { key: string; name: string; colour: string; values: readonly (number | null)[] };

/** A line above the series, such as their total, what it is compared with, or a mean of it. */
export type ChartLine = ChartSeries & {
  look: "solid" | "strong" | "dashed";
  /** Every value has a dot; otherwise only those between two gaps, which no line shows. */
  hasDots?: boolean;
  /** The confidence interval around each value: low and high. */
  band?: readonly (readonly [number, number] | null)[];
  /** Values that may still change: dashed, with hollow dots. */
  isOpen?: readonly boolean[];
};

/** What a chart over time shows, whichever way it is drawn. */
export type ChartModel = {
  buckets: readonly ChartBucket[];
  /** Series on top of each other, the first on top; or a line each. */
  kind: "stack" | "lines";
  series: readonly ChartSeries[];
  /** Series stand back behind their total. */
  isFaint?: boolean;
  lines: readonly ChartLine[];
  /** A column behind the lines for each bucket, which has a width of its own then. */
  columns?: ChartSeries;
  scale: { top: number; ticks: readonly number[] };
  /** Values that a line across marks by name. */
  marks?: readonly { value: number; name: string }[];
};
