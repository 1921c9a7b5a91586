import {
  addDays,
  bucketEnd,
  bucketStarts,
  DAY_MS,
  type Day,
  daysBetween,
  type Grain,
  instantOfDay,
} from "#lib/calendar.ts";
import type { Period } from "./period.ts";

/** The bucket ends after the time of the data, has not begun then, or is only partly in the period. */
export type UnfinishedReason = "running" | "not-begun" | "clipped";

/** `coveredDays` of the bucket's `days` are in the period and had passed at the time of the data. */
export type Unfinished = { because: readonly UnfinishedReason[]; coveredDays: number; days: number };

/** A calendar bucket with its first and last day, and its part within the period. */
export type TrendBucket = { start: Day; end: Day; covered: Period; unfinished: Unfinished | null };

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Whole days of a range that are over at an instant (ms since 1970 UTC). */
function daysPassed({ from, to }: Period, dataTime: number): number {
  const all = daysBetween(from, to) + 1;
  const passed = Math.floor((dataTime - instantOfDay(from)) / DAY_MS);
  return Math.max(0, Math.min(all, passed));
}

function reasonsOf(bucket: Period, covered: Period, dataTime: number): UnfinishedReason[] {
  const reasons: UnfinishedReason[] = [];
  if (instantOfDay(bucket.from) > dataTime) reasons.push("not-begun");
  else if (instantOfDay(addDays(bucket.to, 1)) > dataTime) reasons.push("running");
  if (covered.from > bucket.from || covered.to < bucket.to) reasons.push("clipped");
  return reasons;
}

function unfinishedOf(bucket: Period, covered: Period, dataTime: number): Unfinished | null {
  const because = reasonsOf(bucket, covered, dataTime);
  if (because.length === 0) return null;
  return {
    because,
    coveredDays: daysPassed(covered, dataTime),
    days: daysBetween(bucket.from, bucket.to) + 1,
  };
}

type Axis = { name: string; buckets: readonly TrendBucket[] };

let last: Axis | null = null;

/**
 * All buckets of a period, in order, with or without data. `dataTime` is the time of the data in ms since 1970 UTC; a
 * bucket that ends exactly then is finished. Memoised: all panels of a page have the same one.
 */
export function trendAxis(period: Period, grain: Grain, dataTime: number): readonly TrendBucket[] {
  const name = `${period.from} ${period.to} ${grain} ${dataTime}`;
  if (last?.name === name) return last.buckets;
  const buckets = bucketStarts(period.from, period.to, grain).map((start) => {
    const end = bucketEnd(start, grain);
    const covered = { from: later(start, period.from), to: earlier(end, period.to) };
    return { start, end, covered, unfinished: unfinishedOf({ from: start, to: end }, covered, dataTime) };
  });
  last = { name, buckets };
  return buckets;
}
