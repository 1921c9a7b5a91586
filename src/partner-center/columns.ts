import type { BucketTable } from "./bucket-table.ts";
import { growingColumn, readCount } from "./buckets.ts";
import { badShape } from "./errors.ts";
import { isObject } from "./json.ts";
import type { GroupedQuery } from "./query.ts";

/**
 * Media type of the dashboard's own server for grouped results: all buckets in one response, whatever `top`, each value
 * of a field once. Partner Center does not know it.
 */
export const COLUMNS_TYPE = "application/vnd.referrals.columns+json";

/** `codes` are places in `values`; all lists of `codes` and `referralCounts` have a number per bucket. */
export type ColumnsBody = { columns: readonly unknown[]; referralCounts: readonly unknown[] };

export function isColumnsBody(json: Record<string, unknown>): json is ColumnsBody {
  return Array.isArray(json.columns) && Array.isArray(json.referralCounts);
}

/**
 * Parses buckets as columns, with the result of `readBuckets` for the same buckets as rows.
 * @throws AnalyticsError `bad-shape` for columns that do not fit the query
 */
export function readColumns({ columns, referralCounts }: ColumnsBody, query: GroupedQuery): BucketTable {
  if (columns.length !== query.groupBy.length)
    throw badShape("The response has other columns than requested.");
  const size = referralCounts.length;
  return {
    size,
    counts: Float64Array.from(referralCounts, readCount),
    columns: query.groupBy.map((field, place) => {
      const column = columns[place];
      if (!isObject(column) || column.field !== field) throw badShape(`The response has no column ${field}.`);
      const { values, codes } = column;
      if (!Array.isArray(values) || !Array.isArray(codes) || codes.length !== size)
        throw badShape(`The column ${field} of the response has not one value per bucket.`);
      const growing = growingColumn(field, query.level, size);
      codes.forEach((code, row) => {
        if (!Number.isInteger(code) || !(code in values))
          throw badShape(`The column ${field} of the response lacks a value.`);
        growing.append(row, values[code]);
      });
      return growing.column();
    }),
  };
}
