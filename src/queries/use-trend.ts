import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Completeness } from "#cube/reconcile.ts";
import type { Grain } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { FIELD_OF_TERM, type Terms } from "#referrals/terms.ts";
import type { TrendRow } from "#referrals/trend.ts";
import { type Answer, wireText } from "./answer.ts";
import type { DataClient } from "./data-client.ts";
import { fieldsOfTerms, stagesQuery, trendQuery } from "./query-builders.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import type { StagesAnswer } from "./stages.ts";
import { outcomeTrendRows, type TrendSplit, trendRows } from "./trend-rows.ts";
import { useGrouped, useLast } from "./use-grouped.ts";
import { completenessOfStages, queriesOfStages, useStages } from "./use-stages.ts";

/** Rows of a trend with what they are split by, since an old one may be split otherwise. */
export type TrendAnswer = {
  by: TrendSplit;
  rows: readonly TrendRow[];
  completeness: readonly Completeness[];
  /** What was asked, as it goes over the wire. */
  queries: readonly string[];
};

/** `filter` restricts the days of `date`, along which the trend runs. */
export type TrendQuery = { filter: Filter; date: DateField; by: TrendSplit; grain: Grain; terms: Terms };

/** Referrals of some terms over time, split by a term or by outcome. Null asks nothing. */
export function useTrend(dataClient: DataClient, query: TrendQuery | null): QueryState<TrendAnswer> {
  const { ofTerms, ofStages } = query ? trendQueries(query) : NOTHING;
  const byTerm = useGrouped(dataClient, ofTerms);
  const byOutcome = useStages(dataClient, ofStages);
  const [terms, stages] = [currentData(byTerm), currentData(byOutcome)];
  const trend = useMemo(() => query && trendFrom(query, terms, stages), [query, terms, stages]);
  return combineStates(trend, useLast(trend), [ofStages ? byOutcome : byTerm]);
}

type TrendQueries = { ofTerms: AggregateQuery | null; ofStages: AggregateQuery | null };
const NOTHING: TrendQueries = { ofTerms: null, ofStages: null };

/** The one query for a query: only what decides outcomes tells them apart. */
export function trendQueries({ filter, date, by, grain, terms }: TrendQuery): TrendQueries {
  const fields = [...(by === "outcomes" ? [] : [FIELD_OF_TERM[by]]), ...fieldsOfTerms(terms)];
  if (by !== "outcomes" && terms.outcomes.length === 0)
    return { ofTerms: trendQuery(filter, fields, date, grain), ofStages: null };
  return { ofTerms: null, ofStages: stagesQuery(filter, ["customerMarket", date, ...fields], grain) };
}

/** What the answer to either query says to a query. */
export function trendFrom(
  query: TrendQuery,
  answer: Answer | null,
  stages: StagesAnswer | null,
): TrendAnswer | null {
  const { by, date, terms } = query;
  if (stages) {
    const rows = outcomeTrendRows(stages, by, date, terms);
    return { by, rows, completeness: completenessOfStages(stages), queries: queriesOfStages(stages) };
  }
  if (answer === null || by === "outcomes") return null;
  const { cube, completeness } = answer;
  return {
    by,
    rows: trendRows(cube, by, date, terms),
    completeness: [completeness],
    queries: [wireText(cube.query)],
  };
}
