import { type Field, isDateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { AggregateQuery, Cube } from "./cube.ts";
import { extraConditions } from "./narrowing.ts";
import { canCoarsen, type RollUpField, rollUp } from "./roll-up.ts";
import { rowsPassing, takeRows } from "./slice.ts";

/**
 * Derives the result of a narrower or coarser query from a complete one: fewer group fields, more conditions on grouped
 * fields or whole date buckets, coarser buckets. Null when the result does not contain it; completeness is up to
 * `reconcile`.
 */
export function derive(cube: Cube, query: AggregateQuery): Cube | null {
  const dimensions = dimensionsFor(cube, query);
  const conditions = extraConditions(cube.query.filter, query.filter);
  if (dimensions === null || conditions === null) return null;
  const sliced = slice(cube, conditions, query.groupBy);
  return sliced && { query, ...rollUp(sliced, dimensions) };
}

function slice(cube: Cube, conditions: readonly Filter[], fields: readonly Field[]): Cube | null {
  if (conditions.length === 0) return cube;
  const rows = rowsPassing(cube, conditions, cube.query.level);
  return rows && { query: cube.query, ...takeRows(cube, rows, fields) };
}

function dimensionsFor({ query: wide }: Cube, { groupBy, level }: AggregateQuery): RollUpField[] | null {
  if (!groupBy.every((field) => wide.groupBy.includes(field))) return null;
  if (groupBy.some(isDateField) && !canCoarsen(wide.level, level)) return null;
  return groupBy.map((field) => (isDateField(field) ? { field, grain: level } : { field }));
}
