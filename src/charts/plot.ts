import type { ChartSeries } from "./chart-model.ts";
import { shareOfPlace, type TimeAxis } from "./time-axis.ts";

/** Insets of the plot within a large chart, in pixels. */
export const PLOT = { top: 28, start: 56, axis: 24 } as const;

/** Height of the plot in a chart of this height, in pixels. */
export function plotHeight(height: number): number {
  return height - PLOT.top - PLOT.axis;
}

type Drawn = Pick<ChartSeries, "key" | "values">;

/** The vertical middle of each stacked series at a bucket, in the unit of the axis. */
export function stackMiddles(series: readonly Drawn[], at: number): number[] {
  let above = series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
  return series.map(({ values }) => {
    const value = values[at] ?? 0;
    above -= value;
    return above + value / 2;
  });
}

/** The stacked series at a bucket and height (in the unit of the axis); null above the stack. */
export function stackedAt(series: readonly Drawn[], at: number, height: number): string | null {
  let below = 0;
  const upwards = series.toReversed().find(({ values }) => {
    below += values[at] ?? 0;
    return height <= below && (values[at] ?? 0) > 0;
  });
  return upwards?.key ?? null;
}

/** The line nearest to a height at a bucket, within `reach` (both in the unit of the axis); null where none is. */
export function lineAt(series: readonly Drawn[], at: number, height: number, reach: number): string | null {
  const near = series
    .map(({ key, values }) => ({ key, away: Math.abs((values[at] ?? Number.NaN) - height) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away);
  return near[0]?.key ?? null;
}

/** The last value up to the bucket `last`, where a line's label goes; null where there is none. */
export function lastOf(values: readonly (number | null)[], last: number): number | null {
  return values.slice(0, last + 1).findLast((value) => value !== null) ?? null;
}

/**
 * The segments of a line between its gaps, as SVG points: `x` from 0 to 1 of the plot's width, `y` downwards from
 * `top`.
 */
export function stretchesOf(values: readonly (number | null)[], axis: TimeAxis, top: number): string[] {
  const stretches: string[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push(`${shareOfPlace(at, axis).toFixed(4)},${(1 - value / top).toFixed(4)}`);
  }
  return stretches.filter((points) => points.length > 0).map((points) => points.join(" "));
}

/** A fraction as a CSS percentage. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
