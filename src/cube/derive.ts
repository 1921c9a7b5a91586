import { type DateField, type Field, isDateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { AggregateQuery, Cube } from "./cube.ts";
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
  // Seen before the rows, of which there are thousands: no column tells who passes.
  if (cube.size > 0 && !conditions.every((condition) => isTold(condition, cube))) return null;
  const rows = rowsPassing(cube, conditions, cube.query.level);
  return rows && { query: cube.query, ...takeRows(cube, rows, fields) };
}

function isTold(condition: Filter, cube: Cube): boolean {
  if ("operands" in condition) return condition.operands.some((operand) => isTold(operand, cube));
  return cube.columns.some(({ field }) => field === condition.field);
}

function dimensionsFor({ query: wide }: Cube, { groupBy, level }: AggregateQuery): RollUpField[] | null {
  if (!groupBy.every((field) => wide.groupBy.includes(field))) return null;
  if (groupBy.some(isDateField) && !canCoarsen(wide.level, level)) return null;
  return groupBy.map((field) => (isDateField(field) ? { field, grain: level } : { field }));
}

/**
 * The conditions of a narrower filter that a wider one lacks; null when it cannot be shown to be narrower. Only
 * compares structure: each top-level condition of the wider filter must follow from one of the narrower filter.
 */
function extraConditions(wide: Filter | null, narrow: Filter | null): Filter[] | null {
  const [old, asked] = [conjuncts(wide), conjuncts(narrow)];
  const narrower = old.every((condition) => asked.some((extra) => implies(extra, condition)));
  if (!narrower) return null;
  const known = new Set(old.map(keyOf));
  return asked.filter((condition) => !known.has(keyOf(condition)));
}

function conjuncts(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  return filter.kind === "and" ? filter.operands.flatMap(conjuncts) : [filter];
}

/** Equal for structurally equal filters, regardless of operand order. */
function keyOf(filter: Filter): string {
  switch (filter.kind) {
    case "term":
      return JSON.stringify([filter.kind, filter.field, filter.operator, filter.value]);
    case "contains":
      return JSON.stringify([filter.kind, filter.field, filter.value]);
    case "date":
      return JSON.stringify([filter.kind, filter.field, filter.operator, filter.instant]);
    case "date-null":
      return JSON.stringify([filter.kind, filter.field, filter.operator]);
    default:
      return JSON.stringify([filter.kind, filter.operands.map(keyOf).sort()]);
  }
}

function implies(narrow: Filter, wide: Filter): boolean {
  if (keyOf(narrow) === keyOf(wide)) return true;
  if (narrow.kind === "or") return narrow.operands.every((operand) => implies(operand, wide));
  if (wide.kind === "and") return wide.operands.every((operand) => implies(narrow, operand));
  if (narrow.kind === "and") return narrow.operands.some((operand) => implies(operand, wide));
  if (wide.kind === "or") return wide.operands.some((operand) => implies(narrow, operand));
  return liesWithin(rangeOf(narrow), rangeOf(wide));
}

/** The instants of a date condition, in whole ms, both ends included. */
type Range = { field: DateField; first: number; last: number };

function rangeOf(filter: Filter): Range | null {
  if (filter.kind !== "date" || filter.operator === "ne") return null;
  const { field, operator, instant } = filter;
  const first = { eq: instant, ge: instant, gt: instant + 1, le: -Infinity, lt: -Infinity }[operator];
  const last = { eq: instant, le: instant, lt: instant - 1, ge: Infinity, gt: Infinity }[operator];
  return { field, first, last };
}

function liesWithin(narrow: Range | null, wide: Range | null): boolean {
  if (narrow === null || wide === null) return false;
  return narrow.field === wide.field && narrow.first >= wide.first && narrow.last <= wide.last;
}
