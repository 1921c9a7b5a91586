import { bucketStart, type Grain } from "#lib/calendar.ts";
import type { DateField, Field } from "#partner-center/fields.ts";
import type { Cube } from "./cube.ts";
import { type CubeColumn, mapValues, regroup, type Table } from "./table.ts";

/** A column as it is, a date column in coarser buckets, or reduced to present or absent. */
export type RollUpField =
  | { field: Field }
  | { field: DateField; grain: Grain }
  | { field: DateField; presence: true };

/** The key of rows with a date in a presence column; the others have null. */
export const PRESENT = "present";

const COARSER: Record<Grain, readonly Grain[]> = {
  day: ["day", "week", "month", "quarter", "year"],
  week: ["week"],
  month: ["month", "quarter", "year"],
  quarter: ["quarter", "year"],
  year: ["year"],
};

/** Whether buckets of one grain consist of whole buckets of the other; weeks only make up weeks. */
export function canCoarsen(from: Grain, to: Grain): boolean {
  return COARSER[from].includes(to);
}

/**
 * Sums a result over all but these dimensions, in their order; without any, to one row.
 * @throws RangeError when a field is missing or the grain cannot be coarsened
 */
export function rollUp(cube: Cube, dimensions: readonly RollUpField[]): Table {
  return regroup(
    dimensions.map((dimension) => reduced(cube, dimension)),
    cube.counts,
  );
}

function reduced(cube: Cube, dimension: RollUpField): CubeColumn {
  const column = cube.columns.find(({ field }) => field === dimension.field);
  if (column === undefined) throw new RangeError(`The response has no column ${dimension.field}`);
  if ("presence" in dimension) return mapValues(column, (day) => (day === null ? null : PRESENT));
  return "grain" in dimension ? coarsened(column, cube.query.level, dimension.grain) : column;
}

function coarsened(column: CubeColumn, from: Grain, to: Grain): CubeColumn {
  if (!canCoarsen(from, to)) throw new RangeError(`Buckets by ${from} do not make up buckets by ${to}`);
  return from === to ? column : mapValues(column, (day) => (day === null ? null : bucketStart(day, to)));
}
