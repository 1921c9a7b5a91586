import { LRUCache } from "lru-cache";
import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { derive } from "#cube/derive.ts";
import type { Completeness } from "#cube/reconcile.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { wireLevel } from "#referrals/grain.ts";

/** A grouped answer, how far it can be trusted, and its time by the service's clock, else by ours (ms since 1970 UTC). */
export type CubeResult = { cube: Cube; completeness: Completeness; time: number };

const WHOLE = { top: 9999, skip: 0 } as const;

/** The query as it goes over the wire: quarters and years are asked as months. */
export function wireQuery(query: AggregateQuery): GroupedQuery {
  return { ...query, level: wireLevel(query.level) };
}

// Texts are compared at every look at the cache; printing a filter each time would be most of the work.
const texts = new WeakMap<AggregateQuery, string>();

/** The query string of a query as it goes over the wire. */
export function wireText(query: AggregateQuery): string {
  const known = texts.get(query);
  if (known !== undefined) return known;
  const text = printQuery({ kind: "grouped", query: wireQuery(query), page: WHOLE });
  texts.set(query, text);
  return text;
}

/** A name for a query, equal for equal queries. */
export function nameOf(query: AggregateQuery): string {
  return `${query.level} ${wireText(query)}`;
}

/** The name of the query that a query goes over the wire as. */
export function wireName(query: AggregateQuery): string {
  return `${wireLevel(query.level)} ${wireText(query)}`;
}

/** Whether other queries may be answered from it: nothing is missing, as far as the service tells. */
export function isWhole({ completeness }: CubeResult): boolean {
  return completeness.kind === "complete" || completeness.kind === "unknown";
}

/** As many as a page asks at once of one answer, and of those before it. */
const MAX_DERIVED = 64;

// An answer is never changed, so that what was derived from it once stays true as long as it is there.
const derived = new WeakMap<Cube, LRUCache<string, { result: CubeResult | null }>>();

/**
 * What an answer says to another query, null when it does not hold it. The same two give the same object again:
 * panels that ask the same share it, and a second look costs nothing.
 */
export function deriveResult(result: CubeResult, query: AggregateQuery): CubeResult | null {
  const known = derived.get(result.cube) ?? new LRUCache({ max: MAX_DERIVED });
  derived.set(result.cube, known);
  const name = nameOf(query);
  const found = known.get(name) ?? { result: derivedResult(result, query, name) };
  known.set(name, found);
  return found.result;
}

function derivedResult(result: CubeResult, query: AggregateQuery, name: string): CubeResult | null {
  if (nameOf(result.cube.query) === name) return result;
  const cube = derive(result.cube, query);
  return cube && { ...result, cube };
}
