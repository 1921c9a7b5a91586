import type { Field } from "#partner-center/fields.ts";
import { type AggregateQuery, type Cube, type CubeRow, rowsOf } from "../cube.ts";
import { encodeColumn, regroup, type Table } from "../table.ts";

/**
 * The answer to a grouped query, from its buckets. Buckets with the same keys are added up, null is a key
 * like any other, and a bucket without referrals is left out.
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
 * The rows as sorted texts, independent of the order of rows, of columns and of dictionaries: two answers count
 * the same exactly when these are equal.
 */
export function canonicalRows(table: Table): string[] {
  const order = table.columns.map((column, at) => ({ at, field: column.field as Field }));
  order.sort((a, b) => (a.field < b.field ? -1 : 1));
  return rowsOf(table)
    .map(({ keys, count }) => JSON.stringify([order.map(({ at, field }) => [field, keys[at]]), count]))
    .sort();
}
