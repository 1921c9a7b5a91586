import type { ChartBucket, ChartModel } from "./chart-model.ts";

/** Buckets as points from edge to edge, or as bands with a width. */
export type TimeAxis = { count: number; isBanded: boolean };

/** With fewer buckets than this bars are drawn instead of areas. */
const MIN_FOR_AREAS = 4;

export function timeAxis({ buckets, columns }: Pick<ChartModel, "buckets" | "columns">): TimeAxis {
  return { count: buckets.length, isBanded: columns !== undefined || buckets.length < MIN_FOR_AREAS };
}

/** First and last position of the axis, in buckets; bands add half a bucket at both ends. */
export function axisDomain({ count, isBanded }: TimeAxis): [number, number] {
  return isBanded ? [-0.5, count - 0.5] : [0, count - 1];
}

/** Distance of a bucket position from the start of the plot, as a fraction of its width. */
export function shareOfPlace(place: number, axis: TimeAxis): number {
  const [low, high] = axisDomain(axis);
  return high === low ? 0.5 : (place - low) / (high - low);
}

/** The bucket nearest to a fraction of the plot's width, within 0 and `last`. */
export function placeAt(share: number, axis: TimeAxis, last: number): number {
  const [low, high] = axisDomain(axis);
  return Math.max(0, Math.min(last, Math.round(low + share * (high - low))));
}

/** Index of the last bucket that has begun. */
export function lastBegun(buckets: readonly ChartBucket[]): number {
  return Math.max(
    0,
    buckets.findLastIndex(({ hasBegun }) => hasBegun),
  );
}

/** Limit of axis labels; where it is narrow every second one is hidden. */
const MAX_TICKS = 8;

/** The buckets with axis labels; minor labels are hidden where it is narrow. */
export function tickPlaces(buckets: number): { at: number; isMinor: boolean }[] {
  const step = Math.max(1, Math.ceil(buckets / MAX_TICKS));
  const count = Math.ceil(buckets / step);
  return Array.from({ length: count }, (_, place) => ({ at: place * step, isMinor: place % 2 === 1 }));
}

/** A range of the axis that cannot be compared, and why. */
export type UnfinishedStretch = { from: number; to: number; side: "start" | "end" | "bar"; label: string };

/** Unfinished ranges: each unfinished bar, or from the edge to the nearest finished bucket. */
export function unfinishedStretches(
  buckets: readonly Pick<ChartBucket, "unfinished">[],
  isBanded: boolean,
): UnfinishedStretch[] {
  if (isBanded)
    return buckets.flatMap(({ unfinished }, at) =>
      unfinished === null ? [] : [{ from: at - 0.5, to: at + 0.5, side: "bar" as const, label: unfinished }],
    );
  const first = buckets.findIndex(({ unfinished }) => unfinished === null);
  const last = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  if (last < 0) return [];
  const [before, after] = [buckets[first - 1]?.unfinished, buckets[last + 1]?.unfinished];
  return [
    ...(before ? [{ from: 0, to: first, side: "start" as const, label: before }] : []),
    ...(after ? [{ from: last, to: buckets.length - 1, side: "end" as const, label: after }] : []),
  ];
}
