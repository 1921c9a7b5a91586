import { useState } from "react";
import type { Reading } from "./reading.ts";
import type { TrendBucket } from "./trend-veils.tsx";

/** What is read, kept within what is drawn; at first the last finished bucket. */
export function useReading(
  buckets: readonly TrendBucket[],
): [Reading & { last: number }, (reading: Reading) => void] {
  const [reading, setReading] = useState<Reading | null>(null);
  const last = lastBegun(buckets);
  const finished = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  const usual: Reading = { at: finished < 0 ? last : finished, key: null, anchor: null };
  const { at, key, anchor } = reading && reading.at <= last ? reading : usual;
  return [{ at, key, anchor: anchor !== null && anchor > last ? null : anchor, last }, setReading];
}

/** The place of the last bucket that has anything to draw. */
export function lastBegun(buckets: readonly TrendBucket[]): number {
  return Math.max(
    0,
    buckets.findLastIndex(({ hasBegun }) => hasBegun),
  );
}
