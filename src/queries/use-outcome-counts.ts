import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Grain } from "#lib/calendar.ts";
import { createRecentMap, type RecentMap } from "#lib/recent-map.ts";
import { useSame } from "#lib/use-same.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { Filters } from "#referrals/filters.ts";
import type { CubeResult } from "./cube-result.ts";
import { type OutcomeCountRow, outcomeCountRows } from "./outcome-counts.ts";
import { fieldsOfFilters, type GroupField, stagesQuery } from "./query-builders.ts";
import type { QuerySource } from "./query-source.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import type { StagesResult } from "./stages.ts";
import { useLast } from "./use-grouped.ts";
import { completenessOfStages, queriesOfStages, useStages } from "./use-stages.ts";

/**
 * The outcomes of a `population` (null: all) that pass the filters, grouped by these fields: the keys of each row, in
 * this order; dates as first days of buckets of `level`.
 */
export type OutcomeCountsQuery = {
  population: Filter | null;
  filters: Filters;
  fields: readonly GroupField[];
  level?: Grain;
};

export type OutcomeCountsResult = QuerySource & {
  rows: readonly OutcomeCountRow[];
};

/** Fetches outcome counts; the previous result stays as placeholder. Null fetches nothing. */
export function useOutcomeCounts(wanted: OutcomeCountsQuery | null): QueryState<OutcomeCountsResult> {
  const query = useSame(wanted);
  const cubeQuery = useMemo(() => query && outcomeCountsQuery(query), [query]);
  const state = useStages(cubeQuery);
  const stages = currentData(state);
  const result = useMemo(() => stages && query && deriveOutcomeCounts(stages, query), [stages, query]);
  return combineStates(result, useLast(result), [state]);
}

/** Enough for the queries that a page derives from one result. */
const MAX_KEPT = 8;

type Kept = { closing: CubeResult | null; outcomeCounts: OutcomeCountsResult };

// Several panels derive the same counts from the same result, which is immutable.
const kept = new WeakMap<CubeResult, RecentMap<Kept>>();

/** Derives outcome counts from results. */
export function deriveOutcomeCounts(
  stages: StagesResult,
  { fields, filters }: OutcomeCountsQuery,
): OutcomeCountsResult {
  const ofResult = kept.get(stages.stages) ?? createRecentMap(MAX_KEPT);
  kept.set(stages.stages, ofResult);
  const name = JSON.stringify([fields, filters]);
  const known = ofResult.get(name);
  if (known?.closing === stages.closing) return known.outcomeCounts;
  const outcomeCounts = {
    rows: outcomeCountRows(stages, fields, filters),
    completeness: completenessOfStages(stages),
    queries: queriesOfStages(stages),
  };
  ofResult.set(name, { closing: stages.closing, outcomeCounts });
  return outcomeCounts;
}

/** The grouped query for outcome counts; closing dates of ambiguous statuses are fetched after it. */
export function outcomeCountsQuery({
  population,
  filters,
  fields,
  level,
}: OutcomeCountsQuery): AggregateQuery {
  return stagesQuery(population, ["customerMarket", ...fields, ...fieldsOfFilters(filters)], level);
}
