import { codesFor } from "#partner-center/bucket-table.ts";
import { type Field, isDateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { Cube } from "./cube.ts";
import { type CubeColumn, encodeColumn, regroup } from "./table.ts";

/**
 * Adds the results of two disjoint filters, such as two date ranges or two markets: the result for either. Fields of
 * the second may be in another order.
 * @throws RangeError when group fields or levels differ
 */
export function add(a: Cube, b: Cube): Cube {
  requireAlike(a, b);
  const columns = a.columns.map((column) => joined(column, columnOf(b, column.field)));
  const query = { ...a.query, filter: eitherOf(a.query.filter, b.query.filter) };
  return { query, ...regroup(columns, joinedCounts(a.counts, b.counts)) };
}

function requireAlike({ query: a }: Cube, { query: b }: Cube): void {
  if (a.groupBy.length !== b.groupBy.length) throw new RangeError("The answers have different fields");
  if (a.groupBy.some(isDateField) && a.level !== b.level)
    throw new RangeError(`Buckets by ${a.level} do not add up with buckets by ${b.level}`);
}

function columnOf(cube: Cube, field: Field): CubeColumn {
  const column = cube.columns.find((candidate) => candidate.field === field);
  if (column === undefined) throw new RangeError(`One answer has no column ${field}`);
  return column;
}

function joined(a: CubeColumn, b: CubeColumn): CubeColumn {
  const shared = encodeColumn(a.field, [...a.values, ...b.values]);
  const codes = codesFor(shared.values.length, a.codes.length + b.codes.length);
  a.codes.forEach((code, row) => {
    codes[row] = shared.codes[code] as number;
  });
  b.codes.forEach((code, row) => {
    codes[a.codes.length + row] = shared.codes[a.values.length + code] as number;
  });
  return { ...shared, codes };
}

function joinedCounts(a: Float64Array, b: Float64Array): Float64Array {
  const counts = new Float64Array(a.length + b.length);
  counts.set(a);
  counts.set(b, a.length);
  return counts;
}

// A result without a filter already contains the other.
function eitherOf(a: Filter | null, b: Filter | null): Filter | null {
  if (a === null || b === null) return null;
  const [first, second, ...rest] = [...disjuncts(a), ...disjuncts(b)];
  return first && second ? { kind: "or", operands: [first, second, ...rest] } : null;
}

function disjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === "or" ? filter.operands : [filter];
}
