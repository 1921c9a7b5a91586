import type { RecordTable } from "#partner-center/record-table.ts";
import { type CompareTexts, type Ranks, ranksOf, type SortField } from "./ranks.ts";
import type { Rows } from "./rows.ts";

export type SortBy = { field: SortField; descending: boolean };

/** A stable counting sort; rows without a value come last in both directions. */
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
 * The rows in the order of some columns, the first of them first; equals stay in the order of `rows`. Absent,
 * empty and unreadable values come last in both directions. Outcomes and stages stand in their own order, sizes by
 * size, ids by code unit, other texts as `compareTexts` says.
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
