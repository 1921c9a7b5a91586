/** Where the plot of a large chart over time stands within its picture, in pixels. */
export const PLOT = { top: 28, start: 56, axis: 24 } as const;

/** How high the plot is in a picture of some height. */
export function plotHeight(height: number): number {
  return height - PLOT.top - PLOT.axis;
}

/** With fewer buckets than this an area or a line has no shape: bars instead of areas. */
const FEWEST_FOR_AREAS = 4;

/** Whether buckets are points of lines and areas, from edge to edge, or have a width of their own. */
export function arePoints(buckets: number): boolean {
  return buckets >= FEWEST_FOR_AREAS;
}

/** The range of the axis of places: half a place more at either end where buckets have a width. */
export function placesOf(buckets: number): { domain: [number, number]; ticks: number[] } {
  const ticks = Array.from({ length: buckets }, (_, at) => at);
  return { domain: arePoints(buckets) ? [0, buckets - 1] : [-0.5, buckets - 0.5], ticks };
}

/** How far from the start of the plot a place stands, as a share of its width. */
export function shareOfPlace(place: number, buckets: number): number {
  const [low, high] = placesOf(buckets).domain;
  return high === low ? 0.5 : (place - low) / (high - low);
}

/** The bucket at a share of the plot's width, the nearest one within 0 and `last`. */
export function placeAt(share: number, buckets: number, last: number): number {
  const [low, high] = placesOf(buckets).domain;
  return Math.max(0, Math.min(last, Math.round(low + share * (high - low))));
}

/** What is drawn of a series at each bucket; null where there is nothing. The first of a stack is on top. */
export type Drawn = { key: string; values: readonly (number | null)[] };

/** The middle of what each series of a stack shows at a bucket, in the unit of the axis. */
export function stackMiddles(series: readonly Drawn[], at: number): number[] {
  let above = series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
  return series.map(({ values }) => {
    const value = values[at] ?? 0;
    above -= value;
    return above + value / 2;
  });
}

/** The series of a stack that covers a height (in the unit of the axis) at a bucket; null above it. */
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

/** The last value up to the bucket `last`, where the label of a line stands; null where none is. */
export function lastOf(values: readonly (number | null)[], last: number): number | null {
  return values.slice(0, last + 1).findLast((value) => value !== null) ?? null;
}

/** The stretches of a line between its gaps, as points: `x` from 0 to 1 of the plot's width, `y` from its top. */
export function stretchesOf(values: readonly (number | null)[], buckets: number, top: number): string[] {
  const stretches: string[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push(`${shareOfPlace(at, buckets).toFixed(4)},${(1 - value / top).toFixed(4)}`);
  }
  return stretches.filter((points) => points.length > 0).map((points) => points.join(" "));
}
