import type { Field } from "#partner-center/fields.ts";
import { type AggregateQuery, type Cube, type CubeRow, rowsOf } from "../cube.ts";
import { encodeColumn, regroup, type Table } from "../table.ts";

/**
 * The result of a grouped query from its buckets. Buckets with equal keys are added up, null is a key like any other,
 * empty buckets are left out.
 */
export function cubeOf(query: AggregateQuery, buckets: readonly CubeRow[]): Cube {
  const filled = buckets.filter((bucket) => bucket.count !== 0);
  const columns = query.groupBy.map((field, at) =>
    encodeColumn(
      field,
      filled.map((bucket) => bucket.keys[at] ?? null),
    ),
  );
  return {
    query,
    ...regroup(
      columns,
      Float64Array.from(filled, (bucket) => bucket.count),
    ),
  };
}

/**
 * The rows as sorted strings, independent of the order of rows, columns and dictionaries: equal exactly for equal
 * counts.
 */
export function canonicalRows(table: Table): string[] {
  const order = table.columns.map((column, at) => ({ at, field: column.field as Field }));
  order.sort((a, b) => (a.field < b.field ? -1 : 1));
  return rowsOf(table)
    .map(({ keys, count }) => JSON.stringify([order.map(({ at, field }) => [field, keys[at]]), count]))
    .sort();
}
