import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import { FIELD_OF_FILTER, type FieldFilter } from "#referrals/dimensions.ts";
import { valueKey } from "./outcome-counts.ts";

/** Referrals of a result per filter key, the largest first, ties by key. */
export function valueCounts(cube: Cube, filterKey: FieldFilter): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { keys, count } of rowsOf(rollUp(cube, [{ field: FIELD_OF_FILTER[filterKey] }]))) {
    const key = valueKey(filterKey, keys[0] ?? null);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
