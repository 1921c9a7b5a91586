import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { comparedAt } from "#dashboard/context/compared-at.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { QuerySource } from "#dashboard/panel/query-panel.tsx";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import type { TrendMeasure, TrendsKeys } from "#selection/keys/trends.ts";
import { comparedDays, levelOf } from "./compared-days.ts";
import { type ComparedTrend, comparedTrend, type TrendsModel, trendsModel } from "./trends-view-model.ts";
import { type TimeSeries, useTimeSeries } from "./use-time-series.ts";

export type Trends = {
  model: QueryState<TrendsModel>;
  source: QuerySource | null;
  /** Why old figures stand where new ones were asked for, or why the comparison is missing. */
  refreshError: Error | null;
  refresh: () => void;
};

/** Asks what the view shows. Ties between series by `compareKeys`. */
export function useTrends(keys: TrendsKeys, compareKeys: (a: string, b: string) => number): Trends {
  const queryClient = useQueryClient();
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
  const { period, grain } = resolved;
  const { by } = selection;
  const series = useTimeSeries({ days: period, level: grain, split: by, asOf: null }, keys.measure);
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
    source: joined(series, compared?.source ?? null),
    // A time series that failed says so in its own panel.
    refreshError: (series.kind === "success" ? series.refreshError : null) ?? refreshErrorOf(comparison),
    refresh: () => void queryClient.invalidateQueries(),
  };
}

type Comparison = { trend: ComparedTrend; source: QuerySource };

/** Both sides of the page's comparison; waiting where there is none. */
function useComparison(measure: TrendMeasure): QueryState<Comparison> {
  const view = useView();
  const { resolved, dataTime } = view.viewData;
  const { compared, period, grain } = resolved;
  const asOf = comparedAt(view);
  const asked = useMemo(() => {
    if (compared === null) return null;
    const ranges = comparedDays(trendAxis(period, grain, dataTime), compared);
    return { compared, ranges, level: levelOf(ranges, compared.comparison, grain) };
  }, [compared, period, grain, dataTime]);
  const before = useTimeSeries(
    asked && { days: asked.compared.comparison, level: asked.level, split: null, asOf },
    measure,
  );
  const own = useTimeSeries(
    asked && { days: asked.compared.period, level: grain, split: null, asOf: null },
    measure,
  );
  const [newBefore, newOwn] = [currentData(before), currentData(own)];
  if (asked === null || newBefore === null || newOwn === null)
    return failedOf(before) ?? failedOf(own) ?? { kind: "pending" };
  return mapData(before, () => ({
    trend: {
      ...comparedTrend({ ...asked, before: newBefore.rows, own: newOwn.rows, measure }),
      ...(measure === "count" && resolved.filters.outcomes.length === 0 ? {} : { judged: { asOf } }),
    },
    source: newBefore,
  }));
}

function joined(series: QueryState<TimeSeries>, more: QuerySource | null): QuerySource | null {
  if (series.kind !== "success") return null;
  const { queries, completeness } = series.value;
  if (more === null) return { queries, completeness };
  return {
    queries: [...queries, ...more.queries],
    completeness: [...completeness, ...more.completeness],
  };
}

function refreshErrorOf(asked: QueryState<unknown>): Error | null {
  if (asked.kind === "error") return asked.error;
  return asked.kind === "success" ? asked.refreshError : null;
}

function failedOf(asked: QueryState<unknown>) {
  return asked.kind === "error" ? asked : null;
}
