import { type AggregateQuery, totalOf } from "#cube/cube.ts";
import type { Filter } from "#partner-center/filter.ts";
import { type CubeResult, deriveResult, isWhole, nameOf, wireName } from "./cube-result.ts";

/** `isFresh` until the user requests newer data. */
export type CachedResult = { result: CubeResult; isFresh: boolean };

// Each click makes the same few queries anew for many figures.
const found = new WeakMap<readonly CachedResult[], Map<string, CubeResult | null>>();

/**
 * The best cached result to derive a query from: its own result first, fresh before stale, then the smallest; null when
 * none covers the query.
 */
export function findCoveringResult(
  query: AggregateQuery,
  cached: readonly CachedResult[],
): CubeResult | null {
  const ofCached = found.get(cached) ?? new Map<string, CubeResult | null>();
  found.set(cached, ofCached);
  const name = nameOf(query);
  const known = ofCached.get(name);
  if (known !== undefined) return known;
  const covering = byPreference(query, cached).find((result) => deriveResult(result, query) !== null) ?? null;
  ofCached.set(name, covering);
  return covering;
}

function byPreference(query: AggregateQuery, cached: readonly CachedResult[]): CubeResult[] {
  const own = wireName(query);
  const usable = cached.map((one) => ({ ...one, isOwn: nameOf(one.result.cube.query) === own }));
  return usable
    .filter(({ result, isOwn }) => isOwn || isWhole(result))
    .sort(
      (a, b) =>
        Number(b.isFresh) - Number(a.isFresh) ||
        Number(b.isOwn) - Number(a.isOwn) ||
        a.result.cube.size - b.result.cube.size,
    )
    .map(({ result }) => result);
}

/** How many referrals pass a filter, from complete and fresh cached results; null when none tells. */
export function totalFromCache(filter: Filter | null, cached: readonly CachedResult[]): number | null {
  const sure = cached.filter(({ result, isFresh }) => isFresh && result.completeness.kind === "complete");
  for (const { result } of sure) {
    const { groupBy, level } = result.cube.query;
    const found = deriveResult(result, { filter, groupBy: [groupBy[0]], level });
    if (found) return totalOf(found.cube);
  }
  return null;
}
