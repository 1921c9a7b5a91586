import { useQueryClient } from "@tanstack/react-query";
import { useView } from "#dashboard/context/view-context.tsx";
import type { QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type TrendResult, useTrend } from "#queries/use-trend.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";

const MARKET = ["customerMarket"] as const;

export type Overview = {
  /** By customer market. */
  outcomeCounts: QueryState<OutcomeCountsResult>;
  trend: QueryState<TrendResult>;
  marketTrend: QueryState<TrendResult>;
  /** Why old figures stand where new ones were asked for. */
  refreshError: Error | null;
  refresh: () => void;
};

/** Asks what the panels show; each works out its own figures, so that none waits for those of another. */
export function useOverview(): Overview {
  const queryClient = useQueryClient();
  const { viewData, selection } = useView();
  const { population, date, grain, filters } = viewData.resolved;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: MARKET });
  const by = DIMENSIONS[selection.by].filter;
  const trend = useTrend({ population, date, by, grain, filters });
  const marketTrend = useTrend({ population, date, by: "markets" as const, grain, filters });
  return {
    outcomeCounts,
    trend,
    marketTrend,
    refreshError: refreshErrorOf([outcomeCounts, trend, marketTrend]),
    refresh: () => void queryClient.invalidateQueries(),
  };
}

function refreshErrorOf(state: readonly QueryState<unknown>[]): Error | null {
  return (
    state.map((one) => (one.kind === "success" ? one.refreshError : null)).find((one) => one !== null) ?? null
  );
}
