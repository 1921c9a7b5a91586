import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { comparedAt } from "#dashboard/context/compared-at.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useIsAcceptanceUnproved } from "#dashboard/data/use-comparison.ts";
import { type SelectedRecordsState, useRecordsOf } from "#dashboard/data/use-selected-records.ts";
import type { Grain } from "#lib/calendar.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { joinSources, type QuerySource } from "#queries/query-source.ts";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { useStandingCounts } from "#queries/use-standing-counts.ts";
import { useTrend } from "#queries/use-trend.ts";
import { splitCounts } from "#records/deal-splits.ts";
import { DIMENSIONS, type Dimension, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Period } from "#referrals/period.ts";
import { unproved } from "#referrals/rate.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import type { DealSplit } from "#selection/keys/deals.ts";
import type { TrendMeasure, TrendsKeys } from "#selection/keys/trends.ts";
import { comparedDays, levelOf } from "./compared-days.ts";
import { type PartRow, partRows } from "./rate-parts.ts";
import { isDealSplit, type SplitDimension } from "./split-dimension.tsx";
import { type ComparedTrend, comparedTrend, type TrendsModel, trendsModel } from "./trends-view-model.ts";

type Trends = {
  model: QueryState<TrendsModel>;
  source: QuerySource | null;
  /** Why stale figures are shown, or why the comparison is missing. */
  refreshError: Error | null;
  refresh: () => void;
  /** The download of single records, where a split needs them. */
  records: SelectedRecordsState | null;
};

/** Fetches the view's data. Ties between series are ordered by `compareKeys`. */
export function useTrends(
  keys: TrendsKeys,
  by: SplitDimension,
  compareKeys: (a: string, b: string) => number,
): Trends {
  const queryClient = useQueryClient();
  const { resolved, dataTime } = useView().viewData;
  const { period, grain } = resolved;
  const text = isDealSplit(by) ? by : null;
  const dimension = isDealSplit(by) ? null : by;
  const grouped = useTimeSeries(
    dimension && { days: period, level: grain, split: dimension, asOf: null },
    keys.measure,
  );
  const { records, state } = useSplitRecords(text, keys.measure);
  const series = text === null ? grouped : state;
  const comparison = useComparison(keys.measure);
  const compared = comparison.kind === "success" ? comparison.value : null;
  return {
    model: mapData(series, ({ rows }) =>
      trendsModel({
        rows,
        period,
        grain,
        dataTime,
        by,
        compareKeys,
        keys,
        compared: compared?.trend ?? null,
      }),
    ),
    source: series.kind === "success" ? joinSources([series.value, compared?.source ?? null]) : null,
    // If the series fails, its own panel shows the error.
    refreshError: (series.kind === "success" ? series.refreshError : null) ?? refreshErrorOf(comparison),
    refresh: () => void queryClient.invalidateQueries(),
    records: text === null ? null : records,
  };
}

const STAGE_OF = { count: null, acceptance: "accepted", win: "won" } as const;

/** Referrals over time by a text that the endpoint cannot group by, from records. Null fetches nothing. */
function useSplitRecords(text: DealSplit | null, measure: TrendMeasure) {
  const { population, filters, date, grain } = useView().viewData.resolved;
  const records = useRecordsOf(population, filters, text !== null);
  const selected = currentData(records.state);
  const rows = useMemo(
    () =>
      selected &&
      text &&
      splitCounts(selected.table, selected.rows, text, { date, grain, stage: STAGE_OF[measure] }),
    [selected, text, date, grain, measure],
  );
  const { queries = [], completeness = [] } = records.source ?? {};
  const state: QueryState<TimeSeries> = rows
    ? mapData(records.state, () => ({ rows, queries, completeness }))
    : records.state.kind === "error"
      ? records.state
      : { kind: "pending" };
  return { records, state };
}

type Comparison = { trend: ComparedTrend; source: QuerySource };

/** Both sides of the comparison; pending without one. */
function useComparison(measure: TrendMeasure): QueryState<Comparison> {
  const view = useView();
  const { resolved, dataTime } = view.viewData;
  const { compared, period, grain } = resolved;
  const { judged } = view.selection;
  const asOf = comparedAt(view);
  const equalAge = comparedAt({ ...view, selection: { ...view.selection, judged: "equal-age" } });
  const isUnproved = useIsAcceptanceUnproved() && measure === "acceptance";
  const asked = useMemo(() => {
    if (compared === null) return null;
    const ranges = comparedDays(trendAxis(period, grain, dataTime), compared);
    return { compared, ranges, level: levelOf(ranges, compared.comparison, grain) };
  }, [compared, period, grain, dataTime]);
  const before = useTimeSeries(
    asked && { days: asked.compared.comparison, level: asked.level, split: null, asOf: equalAge },
    measure,
  );
  const own = useTimeSeries(
    asked && { days: asked.compared.period, level: grain, split: null, asOf: null },
    measure,
  );
  const [newBefore, newOwn] = [currentData(before), currentData(own)];
  if (asked === null || newBefore === null || newOwn === null)
    return failedOf(before) ?? failedOf(own) ?? { kind: "pending" };
  const { rows, late, today } = newBefore;
  const sides =
    judged === "today" && today ? { before: today, other: rows } : { before: rows, other: today, late };
  const trend = comparedTrend({ ...asked, ...sides, own: newOwn.rows, measure });
  return mapData(before, () => ({
    trend: {
      ...trend,
      isUnproved,
      change: isUnproved ? unproved(trend.change) : trend.change,
      ...(today ? { judged: { asOf, otherAsOf: asOf === null ? equalAge : null } } : {}),
    },
    source: newBefore,
  }));
}

function refreshErrorOf(asked: QueryState<unknown>): Error | null {
  if (asked.kind === "error") return asked.error;
  return asked.kind === "success" ? asked.refreshError : null;
}

function failedOf(asked: QueryState<unknown>) {
  return asked.kind === "error" ? asked : null;
}

/** Days of the page's date basis, in buckets of a level; split by a dimension or not at all. */
type TimeSeriesOptions = {
  days: Period;
  level: Grain;
  split: Dimension | null;
  /** Judged at this instant (ms UTC), or as known today for null. */
  asOf: number | null;
};

/** `late` and `today` only when judged at an instant; see `StandingResult`. */
type TimeSeries = QuerySource & {
  rows: readonly PartRow[];
  late?: readonly PartRow[];
  today?: readonly PartRow[];
};

/** Referrals over time and, for a rate, its numerators. Null fetches nothing. */
function useTimeSeries(query: TimeSeriesOptions | null, measure: TrendMeasure): QueryState<TimeSeries> {
  const { outcomes } = useView().viewData.resolved.filters;
  const asOf = query?.asOf ?? null;
  // The count of a day is the same at any age, unless outcomes are filtered.
  const isPlain = measure === "count" && (asOf === null || outcomes.length === 0);
  const counts = useCounts(isPlain ? query : null);
  const parts = useParts(isPlain || asOf !== null ? null : query, measure);
  const standing = useStandingParts(isPlain ? null : query, measure);
  if (isPlain) return counts;
  return asOf === null ? parts : standing;
}

function useCounts(query: TimeSeriesOptions | null): QueryState<TimeSeries> {
  const { viewData } = useView();
  const { date, filters } = viewData.resolved;
  const by = DIMENSIONS[query?.split ?? "market"].filter;
  const state = useTrend(
    query && { population: periodFilter(date, query.days), date, by, grain: query.level, filters },
  );
  // A placeholder with another split has unusable keys.
  if (state.kind === "success" && state.value.by !== by) return { kind: "pending" };
  return mapData(state, (result) => ({
    ...result,
    rows: result.rows.map((row) => ({ ...row, part: 0 })),
  }));
}

/** The same at an instant, without a split. */
function useStandingParts(query: TimeSeriesOptions | null, measure: TrendMeasure): QueryState<TimeSeries> {
  const { viewData } = useView();
  const { date, filters } = viewData.resolved;
  const { days, level, asOf = null } = query ?? {};
  const state = useStandingCounts(
    days && level && asOf !== null
      ? { population: periodFilter(date, days), fields: [date], level, filters, date, asOf }
      : null,
  );
  if (state.kind === "success" && state.isPlaceholder) return { kind: "pending" };
  return mapData(state, ({ rows, late, today, ...source }) => ({
    ...source,
    rows: partRows(rows, null, measure),
    late: partRows(late, null, measure),
    today: partRows(today, null, measure),
  }));
}

/** A rate by outcome would be 0 or 100 %, so there is no split. */
function useParts(query: TimeSeriesOptions | null, measure: TrendMeasure): QueryState<TimeSeries> {
  const { viewData } = useView();
  const { date, filters } = viewData.resolved;
  const split = query?.split ?? null;
  const filterKey = split === null || split === "outcome" ? null : DIMENSIONS[split].filter;
  const state = useOutcomeCounts(
    query && {
      population: periodFilter(date, query.days),
      fields: filterKey === null ? [date] : [date, FIELD_OF_FILTER[filterKey]],
      level: query.level,
      filters,
    },
  );
  if (measure === "count" || (state.kind === "success" && state.isPlaceholder)) return { kind: "pending" };
  return mapData(state, (result) => ({ ...result, rows: partRows(result.rows, filterKey, measure) }));
}
