import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
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
  const { dataClient, viewData, selection } = useView();
  const { filter, date, grain, filters } = viewData.scope;
  const outcomeCounts = useOutcomeCounts(
    dataClient,
    useMemo(() => ({ filter, filters, fields: MARKET }), [filter, filters]),
  );
  const by = DIMENSIONS[selection.by].filter;
  const trend = useTrend(
    dataClient,
    useMemo(() => ({ filter, date, by, grain, filters }), [filter, date, by, grain, filters]),
  );
  const marketTrend = useTrend(
    dataClient,
    useMemo(() => ({ filter, date, by: "markets" as const, grain, filters }), [filter, date, grain, filters]),
  );
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
