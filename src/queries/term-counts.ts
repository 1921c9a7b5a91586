import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import { FIELD_OF_TERM, type GroupTerm } from "#referrals/terms.ts";
import { termKey } from "./outcome-counts.ts";

/** How many referrals an answer counts under each key of a term, the largest first, ties by key. */
export function termCounts(cube: Cube, term: GroupTerm): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { keys, count } of rowsOf(rollUp(cube, [{ field: FIELD_OF_TERM[term] }]))) {
    const key = termKey(term, keys[0] ?? null);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
