import { arePoints } from "./plot.ts";

type Series = { key: string; colour: string; values: readonly number[] };

/** Counts below each series of a stack and with it, at every bucket; the first series is on top. */
export function layersOf(series: readonly Series[], last: number): { low: number; high: number }[][] {
  const below = Array.from({ length: last + 1 }, () => 0);
  const layers = series.toReversed().map(({ values }) =>
    below.map((low, at) => {
      const high = low + (values[at] ?? 0);
      below[at] = high;
      return { low, high };
    }),
  );
  return layers.reverse();
}

/**
 * The area of each series as the path of an SVG whose units are buckets (from 0) and counts (downwards from `top`);
 * up to and with the bucket `last`.
 */
export function stackPaths(
  series: readonly Series[],
  last: number,
  top: number,
): { key: string; path: string }[] {
  const layers = layersOf(series, last);
  return series.map(({ key }, place) => {
    const layer = layers[place] ?? [];
    const above = layer.map(({ high }, at) => `${at},${top - high}`);
    const under = layer.map(({ low }, at) => `${at},${top - low}`).reverse();
    return { key, path: `M${[...above, ...under].join("L")}Z` };
  });
}

/** So much of its bucket a bar takes. */
const BAR_WIDTH = 0.5;

/** The same as bars, a rectangle for each series and bucket; those without a height are left out. */
export function barBoxes(series: readonly Series[], last: number, top: number) {
  const layers = layersOf(series, last);
  return series.flatMap(({ key, colour }, place) =>
    (layers[place] ?? []).flatMap(({ low, high }, at) => {
      if (high === low) return [];
      const box = { x: at - BAR_WIDTH / 2, width: BAR_WIDTH, y: top - high, height: high - low };
      return [{ key: `${key} ${at}`, colour, ...box }];
    }),
  );
}

/** At most so many names fit under an axis; every second of them where it is narrow. */
const MOST_TICKS = 8;

/** The buckets whose names stand under the axis; minor ones give way where there is little room. */
export function tickPlaces(buckets: number): { at: number; isMinor: boolean }[] {
  const step = Math.max(1, Math.ceil(buckets / MOST_TICKS));
  const count = Math.ceil(buckets / step);
  return Array.from({ length: count }, (_, place) => ({ at: place * step, isMinor: place % 2 === 1 }));
}

/** A stretch of the axis that cannot be compared, and why. */
export type Stretch = { from: number; to: number; side: "start" | "end" | "bar"; words: string };

/** What is unfinished: each such bar, or the stretch from the edge to the nearest finished bucket. */
export function unfinishedStretches(buckets: readonly { unfinished: string | null }[]): Stretch[] {
  if (!arePoints(buckets.length))
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
