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

/** It ends after the time of the data, it has not even begun then, or the period covers only part of it. */
export type UnfinishedReason = "running" | "not-begun" | "clipped";

/** `coveredDays` of the bucket's `days` are whole days of the period that had passed at the time of the data. */
export type Unfinished = { because: readonly UnfinishedReason[]; coveredDays: number; days: number };

/** A bucket of the calendar with its first and last day, and the part of it that the period covers. */
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

/**
 * The time axis of a period: every bucket that touches it, in order, whether there is data or not.
 * `dataTime` is the time of the data in ms since 1970 UTC; a bucket that ends exactly then is finished.
 */
export function trendAxis(period: Period, grain: Grain, dataTime: number): TrendBucket[] {
  return bucketStarts(period.from, period.to, grain).map((start) => {
    const end = bucketEnd(start, grain);
    const covered = { from: later(start, period.from), to: earlier(end, period.to) };
    return { start, end, covered, unfinished: unfinishedOf({ from: start, to: end }, covered, dataTime) };
  });
}
