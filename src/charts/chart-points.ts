import type { ChartLine, ChartModel } from "./chart-model.ts";

/** A dot of a line: filled, or hollow where the value may still change. */
export type DotLook = "full" | "hollow";

/**
 * One bucket as a row of recharts' data. Series `s0`… count from the bottom of a stack, lines `l0`… as they come. A line
 * has its interval as `l0 band`, its dashed part as `l0 open`, and the dots of each part as `… dot`.
 */
export type ChartPoint = {
  at: number;
  [key: string]: number | readonly [number, number] | DotLook | null;
};

/** The rows of a chart, up to the last bucket that has begun. */
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

/** The solid part of a line ends where its values may still change; the dashed one starts at the value before. */
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

/** Between two gaps a line has no length: such values are always dots. */
function dotsOf({ values, hasDots }: Pick<ChartLine, "values" | "hasDots">): (DotLook | null)[] {
  const isGap = (at: number) => (values[at] ?? null) === null;
  return values.map((_, at) => (!isGap(at) && (hasDots || (isGap(at - 1) && isGap(at + 1))) ? "full" : null));
}
