import type { ChartBucket, ChartModel } from "./chart-model.ts";

/** Buckets as points from edge to edge, or as bands with a width of their own. */
export type TimeAxis = { count: number; isBanded: boolean };

/** With fewer buckets than this an area or a line has no shape: bars instead of areas. */
const MIN_FOR_AREAS = 4;

export function timeAxis({ buckets, columns }: Pick<ChartModel, "buckets" | "columns">): TimeAxis {
  return { count: buckets.length, isBanded: columns !== undefined || buckets.length < MIN_FOR_AREAS };
}

/** The first and last place of the axis, in buckets: half a bucket more at either end of bands. */
export function axisDomain({ count, isBanded }: TimeAxis): [number, number] {
  return isBanded ? [-0.5, count - 0.5] : [0, count - 1];
}

/** How far from the start of the plot a place stands, as a share of its width. */
export function shareOfPlace(place: number, axis: TimeAxis): number {
  const [low, high] = axisDomain(axis);
  return high === low ? 0.5 : (place - low) / (high - low);
}

/** The bucket at a share of the plot's width, the nearest one within 0 and `last`. */
export function placeAt(share: number, axis: TimeAxis, last: number): number {
  const [low, high] = axisDomain(axis);
  return Math.max(0, Math.min(last, Math.round(low + share * (high - low))));
}

/** The place of the last bucket that has anything to draw. */
export function lastBegun(buckets: readonly ChartBucket[]): number {
  return Math.max(
    0,
    buckets.findLastIndex(({ hasBegun }) => hasBegun),
  );
}

/** At most so many names fit under an axis; every second of them where it is narrow. */
const MAX_TICKS = 8;

/** The buckets whose names stand under the axis; minor ones give way where there is little room. */
export function tickPlaces(buckets: number): { at: number; isMinor: boolean }[] {
  const step = Math.max(1, Math.ceil(buckets / MAX_TICKS));
  const count = Math.ceil(buckets / step);
  return Array.from({ length: count }, (_, place) => ({ at: place * step, isMinor: place % 2 === 1 }));
}

/** A stretch of the axis that cannot be compared, and why. */
export type UnfinishedStretch = { from: number; to: number; side: "start" | "end" | "bar"; words: string };

/** What is unfinished: each such bar, or the stretch from the edge to the nearest finished bucket. */
export function unfinishedStretches(
  buckets: readonly Pick<ChartBucket, "unfinished">[],
  isBanded: boolean,
): UnfinishedStretch[] {
  if (isBanded)
    return buckets.flatMap(({ unfinished }, at) =>
      unfinished === null ? [] : [{ from: at - 0.5, to: at + 0.5, side: "bar" as const, words: unfinished }],
    );
  const first = buckets.findIndex(({ unfinished }) => unfinished === null);
  const last = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  if (last < 0) return [];
  const [before, after] = [buckets[first - 1]?.unfinished, buckets[last + 1]?.unfinished];
  return [
    ...(before ? [{ from: 0, to: first, side: "start" as const, words: before }] : []),
    ...(after ? [{ from: last, to: buckets.length - 1, side: "end" as const, words: after }] : []),
  ];
}
