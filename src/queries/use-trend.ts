import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Grain } from "#lib/calendar.ts";
import { useSame } from "#lib/use-same.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { FilterKey, Filters } from "#referrals/filters.ts";
import type { TrendRow } from "#referrals/trend.ts";
import { type CubeResult, wireText } from "./cube-result.ts";
import { fieldsOfFilters, stagesQuery, trendQuery } from "./query-builders.ts";
import type { QuerySource } from "./query-source.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import type { StagesResult } from "./stages.ts";
import { outcomeTrendRows, trendRows } from "./trend-rows.ts";
import { useGrouped, useLast } from "./use-grouped.ts";
import { completenessOfStages, queriesOfStages, useStages } from "./use-stages.ts";

/** Rows of a trend and their dimension; a placeholder may have another dimension than the current query. */
export type TrendResult = QuerySource & {
  by: FilterKey;
  rows: readonly TrendRow[];
};

/** `population` restricts `date`, the trend's time axis. */
export type TrendQuery = {
  population: Filter;
  date: DateField;
  by: FilterKey;
  grain: Grain;
  filters: Filters;
};

/** Referrals over time by a filter or by outcome. Null fetches nothing. */
export function useTrend(wanted: TrendQuery | null): QueryState<TrendResult> {
  const query = useSame(wanted);
  const { ofFilters, ofStages } = query ? trendQueries(query) : NOTHING;
  const byTerm = useGrouped(ofFilters);
  const byOutcome = useStages(ofStages);
  const [filters, stages] = [currentData(byTerm), currentData(byOutcome)];
  const trend = useMemo(() => query && trendFrom(query, filters, stages), [query, filters, stages]);
  return combineStates(trend, useLast(trend), [ofStages ? byOutcome : byTerm]);
}

type TrendQueries = { ofFilters: AggregateQuery | null; ofStages: AggregateQuery | null };
const NOTHING: TrendQueries = { ofFilters: null, ofStages: null };

/** A trend by outcome needs outcome counts, any other a plain grouped query: exactly one is set. */
export function trendQueries({ population, date, by, grain, filters }: TrendQuery): TrendQueries {
  const fields = [...(by === "outcomes" ? [] : [FIELD_OF_FILTER[by]]), ...fieldsOfFilters(filters)];
  if (by !== "outcomes" && filters.outcomes.length === 0)
    return { ofFilters: trendQuery(population, fields, date, grain), ofStages: null };
  return { ofFilters: null, ofStages: stagesQuery(population, ["customerMarket", date, ...fields], grain) };
}

/** Derives the trend from the result of either query. */
export function trendFrom(
  query: TrendQuery,
  result: CubeResult | null,
  stages: StagesResult | null,
): TrendResult | null {
  const { by, date, filters } = query;
  if (stages) {
    const rows = outcomeTrendRows(stages, by, date, filters);
    return { by, rows, completeness: completenessOfStages(stages), queries: queriesOfStages(stages) };
  }
  if (result === null || by === "outcomes") return null;
  const { cube, completeness } = result;
  return {
    by,
    rows: trendRows(cube, by, date, filters),
    completeness: [completeness],
    queries: [wireText(cube.query)],
  };
}
