import type { ChartSeries } from "./chart-model.ts";

/** Lower and upper edge of each series at every bucket, as cumulative counts; the first series is on top. */
function layersOf(series: readonly ChartSeries[], last: number): { low: number; high: number }[][] {
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
 * The area of each series as an SVG path up to the bucket `last`, inclusive. Units: buckets from 0, counts downwards
 * from `top`.
 */
export function stackPaths(
  series: readonly ChartSeries[],
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

/** Width of a bar as a fraction of its bucket. */
export const BAR_SHARE = 0.5;

/** The same as bars: a rectangle per series and bucket, empty ones left out. */
export function barBoxes(series: readonly ChartSeries[], last: number, top: number) {
  const layers = layersOf(series, last);
  return series.flatMap(({ key, colour }, place) =>
    (layers[place] ?? []).flatMap(({ low, high }, at) => {
      if (high === low) return [];
      const box = { x: at - BAR_SHARE / 2, width: BAR_SHARE, y: top - high, height: high - low };
      return [{ key: `${key} ${at}`, colour, ...box }];
    }),
  );
}
