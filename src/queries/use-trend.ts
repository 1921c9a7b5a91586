import { useMemo } from "react";
import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { Grain } from "#lib/calendar.ts";
import { useSame } from "#lib/use-same.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { FIELD_OF_FILTER, type FieldFilter } from "#referrals/dimensions.ts";
import type { FilterKey, Filters } from "#referrals/filters.ts";
import type { TrendRow } from "#referrals/trend.ts";
import { type CubeResult, wireText } from "./cube-result.ts";
import { filteredCube, outcomeCountRows, valueKey } from "./outcome-counts.ts";
import { fieldsOfFilters, stagesQuery, trendQuery } from "./query-builders.ts";
import type { QuerySource } from "./query-source.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import type { StagesResult } from "./stages.ts";
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

/** Referrals by one filter's values and by date bucket, restricted to the filters. */
export function trendRows(cube: Cube, by: FieldFilter, date: DateField, filters: Filters): TrendRow[] {
  const { level } = cube.query;
  const table = rollUp(filteredCube(cube, filters), [
    { field: FIELD_OF_FILTER[by] },
    { field: date, grain: level },
  ]);
  const [values, days] = table.columns;
  if (values === undefined || days === undefined) return [];
  // Once per distinct value: there are tens of thousands of rows.
  const keys = values.values.map((text) => valueKey(by, text));
  const rows: TrendRow[] = [];
  table.counts.forEach((count, row) => {
    const day = days.values[days.codes[row] as number] ?? null;
    if (day !== null) rows.push({ key: keys[values.codes[row] as number] ?? "", day, count });
  });
  return rows;
}

/** The same from outcome counts, for trends by outcome or filtered by outcome. */
export function outcomeTrendRows(
  result: StagesResult,
  by: FilterKey,
  date: DateField,
  filters: Filters,
): TrendRow[] {
  const fields = by === "outcomes" ? [date] : ([date, FIELD_OF_FILTER[by]] as const);
  return outcomeCountRows(result, fields, filters).flatMap(
    ({ keys: [day = null, text = null], outcome, count }) => {
      if (day === null) return [];
      return [{ key: by === "outcomes" ? outcome : valueKey(by, text), day, count }];
    },
  );
}
