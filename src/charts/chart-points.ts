import type { ChartLine, ChartModel } from "./chart-model.ts";

/** Filled, or hollow where the value may still change. */
export type DotLook = "full" | "hollow";

/**
 * One bucket as a recharts data row. Series are `s0`… from the bottom of a stack, lines `l0`… in order. `l0 band` is
 * the interval of a line, `l0 open` its dashed part; `… dot` are the dots of each part.
 */
export type ChartPoint = {
  at: number;
  [key: string]: number | readonly [number, number] | DotLook | null;
};

/** Data rows up to the last bucket that has begun. */
export function chartPoints({ buckets, series, lines, columns }: ChartModel): ChartPoint[] {
  const fields: Record<string, readonly (ChartPoint[string] | undefined)[]> = {};
  for (const [at, { values }] of series.toReversed().entries()) {
    fields[`s${at}`] = values;
    fields[`s${at} dot`] = dotsOf({ values });
  }
  for (const [at, line] of lines.entries()) Object.assign(fields, lineFields(`l${at}`, line));
  if (columns) fields.columns = columns.values;
  return buckets.flatMap(({ hasBegun }, at) => {
    if (!hasBegun) return [];
    const point: ChartPoint = { at };
    for (const [key, values] of Object.entries(fields)) point[key] = values[at] ?? null;
    return [point];
  });
}

/** The solid part of a line ends where values may still change; the dashed part starts one value earlier. */
function lineFields(
  key: string,
  line: ChartLine,
): Record<string, readonly (ChartPoint[string] | undefined)[]> {
  const { values, band, isOpen } = line;
  const dots = dotsOf(line);
  const fields = { [key]: values, [`${key} dot`]: dots, ...(band && { [`${key} band`]: band }) };
  if (!isOpen) return fields;
  const isNearOpen = (at: number) => isOpen[at] || isOpen[at - 1] || isOpen[at + 1];
  return {
    ...fields,
    [key]: values.map((value, at) => (isOpen[at] ? null : value)),
    [`${key} dot`]: dots.map((dot, at) => (isOpen[at] ? null : dot)),
    [`${key} open`]: values.map((value, at) => (isNearOpen(at) ? value : null)),
    [`${key} open dot`]: dots.map((dot, at) => (isOpen[at] ? dot && "hollow" : null)),
  };
}

/** A value between two gaps has no line segment, so it always gets a dot. */
function dotsOf({ values, hasDots }: Pick<ChartLine, "values" | "hasDots">): (DotLook | null)[] {
  const isGap = (at: number) => (values[at] ?? null) === null;
  return values.map((_, at) => (!isGap(at) && (hasDots || (isGap(at - 1) && isGap(at + 1))) ? "full" : null));
}
