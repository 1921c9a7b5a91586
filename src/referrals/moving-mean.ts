import type { TrendBucket } from "./trend-axis.ts";

/** Absent until the window is full, and where it contains an unfinished bucket. */
export type Mean = { kind: "absent" } | { kind: "mean"; value: number };

/** The trailing mean over `window` buckets, one per bucket. */
export function movingMean(
  values: readonly number[],
  buckets: readonly TrendBucket[],
  window: number,
): Mean[] {
  let [sum, finished] = [0, 0];
  return buckets.map(({ unfinished }, index) => {
    const gone = buckets[index - window];
    sum += (values[index] ?? 0) - (gone === undefined ? 0 : (values[index - window] ?? 0));
    finished += Number(unfinished === null) - Number(gone?.unfinished === null);
    return finished === window ? { kind: "mean", value: sum / window } : { kind: "absent" };
  });
}
