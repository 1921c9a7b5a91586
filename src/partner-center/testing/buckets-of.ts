import type { BucketTable } from "../bucket-table.ts";

/** The rows of a table as keys and count. */
export function bucketsOf({ counts, columns }: BucketTable): [(string | null)[], number][] {
  return Array.from(counts, (count, row) => [
    columns.map(({ codes, values }) => values[codes[row] ?? -1] ?? null),
    count,
  ]);
}
