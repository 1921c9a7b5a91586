import type { Grain } from "#lib/calendar.ts";
import { type BucketTable, joinBuckets } from "#partner-center/bucket-table.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { pick, regroup, type Table } from "./table.ts";

/** A grouped query that also allows quarters and years, which the contract lacks. */
export type AggregateQuery = Omit<GroupedQuery, "level"> & { level: Grain };

/** A grouped result in columns, one per group field in the order of the query. */
export type Cube = Table & { query: AggregateQuery };

/** The buckets of a response, page by page. */
export type Pages = readonly [BucketTable, ...BucketTable[]];

/** One key per group field, in the order of the query; date keys are first days of their bucket (UTC). */
export type CubeRow = { keys: readonly (string | null)[]; count: number };

/**
 * Builds a cube from the pages of a response, whose columns are in the order of the query's group fields. Buckets with
 * equal keys are added up, null is a key like any other, empty buckets are left out.
 */
export function cubeOfPages(query: AggregateQuery, pages: Pages): Cube {
  const { counts, columns } = joinBuckets(pages);
  if (!counts.includes(0)) return { query, ...regroup(columns, counts) };
  const filled = Uint32Array.from(counts.keys()).filter((row) => counts[row] !== 0);
  return {
    query,
    ...regroup(
      columns.map((column) => pick(column, filled)),
      counts.filter((count) => count !== 0),
    ),
  };
}

/** The rows as objects, keys in the order of the columns; for small results only. */
export function rowsOf(table: Table): CubeRow[] {
  return Array.from(table.counts, (count, row) => ({
    keys: table.columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? null),
    count,
  }));
}

/** The sum of the counts. */
export function totalOf(table: Table): number {
  return table.counts.reduce((sum, count) => sum + count, 0);
}
