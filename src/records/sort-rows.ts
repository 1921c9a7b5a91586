import type { RecordTable } from "#partner-center/record-table.ts";
import { type CompareTexts, type Ranks, ranksOf, type SortField } from "./ranks.ts";
import type { Rows } from "./rows.ts";

export type SortBy = { field: SortField; descending: boolean };

/** A stable counting sort; rows without a value are last in both directions. */
function sortByRanks(rows: Rows, { ranks, count }: Ranks, descending: boolean): Rows {
  const keyOf = (row: number): number => {
    const rank = ranks[row] as number;
    return descending && rank < count ? count - 1 - rank : rank;
  };
  const ends = new Uint32Array(count + 2);
  for (const row of rows) {
    const key = keyOf(row) + 1;
    ends[key] = (ends[key] as number) + 1;
  }
  for (let key = 1; key < ends.length; key++) ends[key] = (ends[key] as number) + (ends[key - 1] as number);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = ends[key] as number;
    sorted[place] = row;
    ends[key] = place + 1;
  }
  return sorted;
}

/**
 * Sorts rows by columns, most significant first; ties keep the order of `rows`. Absent, empty and unreadable values are
 * last in both directions. Outcomes and stages have their own order, sizes sort by size, ids by code unit, other texts
 * by `compareTexts`.
 */
export function sortRows(
  table: RecordTable,
  rows: Rows,
  by: readonly SortBy[],
  compareTexts: CompareTexts,
): Rows {
  return by.reduceRight(
    (sorted, { field, descending }) => sortByRanks(sorted, ranksOf(table, field, compareTexts), descending),
    rows,
  );
}
