import { type AggregateQuery, totalOf } from "#cube/cube.ts";
import type { Filter } from "#partner-center/filter.ts";
import { type Answer, answerFrom, isWhole, nameOf, wireName } from "./answer.ts";

/** An answer at hand; `isFresh` until somebody asks for newer data. */
export type CachedResult = { answer: Answer; isFresh: boolean };

/**
 * The answer at hand that a query is best answered from: fresh before old, then the smallest; null when none
 * holds it, and it is to be asked. The query's own answer comes before all other ones of its age.
 */
export function findCoveringResult(query: AggregateQuery, cached: readonly CachedResult[]): Answer | null {
  return byPreference(query, cached).find((answer) => answerFrom(answer, query) !== null) ?? null;
}

function byPreference(query: AggregateQuery, cached: readonly CachedResult[]): Answer[] {
  const own = wireName(query);
  const usable = cached.map((one) => ({ ...one, isOwn: nameOf(one.answer.cube.query) === own }));
  return usable
    .filter(({ answer, isOwn }) => isOwn || isWhole(answer))
    .sort(
      (a, b) =>
        Number(b.isFresh) - Number(a.isFresh) ||
        Number(b.isOwn) - Number(a.isOwn) ||
        a.answer.cube.size - b.answer.cube.size,
    )
    .map(({ answer }) => answer);
}

/** How many referrals pass a filter, from complete and fresh answers alone; null when none of them tells. */
export function totalFromCache(filter: Filter | null, cached: readonly CachedResult[]): number | null {
  const sure = cached.filter(({ answer, isFresh }) => isFresh && answer.completeness.kind === "complete");
  for (const { answer } of sure) {
    const { groupBy, level } = answer.cube.query;
    const found = answerFrom(answer, { filter, groupBy: [groupBy[0]], level });
    if (found) return totalOf(found.cube);
  }
  return null;
}
