import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { derive } from "#cube/derive.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { createRecentMap, type RecentMap } from "#lib/recent-map.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { wireLevel } from "#referrals/grain.ts";

/** A grouped result with its completeness and its time by the service's clock, else by ours (ms since 1970 UTC). */
export type CubeResult = { cube: Cube; completeness: Completeness; time: number };

const WHOLE = { top: 9999, skip: 0 } as const;

/** The query as sent: the contract has no quarters and years, so months are requested. */
export function wireQuery(query: AggregateQuery): GroupedQuery {
  return { ...query, level: wireLevel(query.level) };
}

// Query strings are compared at every cache look-up; printing filters each time would dominate its cost.
const texts = new WeakMap<AggregateQuery, string>();

export function wireText(query: AggregateQuery): string {
  const known = texts.get(query);
  if (known !== undefined) return known;
  const text = printQuery({ kind: "grouped", query: wireQuery(query), page: WHOLE });
  texts.set(query, text);
  return text;
}

/** A key that is equal for equal queries. */
export function nameOf(query: AggregateQuery): string {
  return `${query.level} ${wireText(query)}`;
}

/** The key of the query as sent. */
export function wireName(query: AggregateQuery): string {
  return `${wireLevel(query.level)} ${wireText(query)}`;
}

/** Whether other queries may be derived from it: nothing is missing, as far as the service tells. */
export function isWhole({ completeness }: CubeResult): boolean {
  return completeness.kind === "complete" || completeness.kind === "unknown";
}

/** Enough for the queries that a page derives from one result, now and shortly before. */
const MAX_DERIVED = 64;

// Results are immutable, so a derived result stays valid as long as its cube.
const derived = new WeakMap<Cube, RecentMap<{ result: CubeResult | null }>>();

/**
 * The result of a query derived from another result; null when that does not cover it. Returns the same object for the
 * same arguments, so panels share it and a repeated call is free.
 */
export function deriveResult(result: CubeResult, query: AggregateQuery): CubeResult | null {
  const known = derived.get(result.cube) ?? createRecentMap(MAX_DERIVED);
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
