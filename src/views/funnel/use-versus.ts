import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import type { QuerySource } from "#dashboard/panel/query-panel.tsx";
import { periodFilter } from "#queries/query-builders.ts";
import type { QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { type Side, type Versus, type VersusRow, versusOf } from "./versus-model.ts";

const MARKET = ["customerMarket"] as const;

/** The rows of a comparison; none where nothing is compared. */
export function useVersus(versus: Versus | null): {
  state: QueryState<VersusRow[]>;
  source: QuerySource | null;
} {
  const [a, b] = [useSide(versus?.a ?? null), useSide(versus?.b ?? null)];
  if (versus === null)
    return { state: { kind: "success", value: [], isPlaceholder: false, refreshError: null }, source: null };
  if (a.kind !== "success") return { state: a, source: null };
  if (b.kind !== "success") return { state: b, source: null };
  return {
    state: {
      kind: "success",
      value: versusOf(funnelOf(a.value.rows), funnelOf(b.value.rows)),
      isPlaceholder: a.isPlaceholder || b.isPlaceholder,
      refreshError: a.refreshError ?? b.refreshError,
    },
    source: {
      queries: [...new Set([...a.value.queries, ...b.value.queries])],
      completeness: [...a.value.completeness, ...b.value.completeness],
    },
  };
}

function useSide(side: Side | null): QueryState<OutcomeCountsResult> {
  const { dataClient, viewData } = useView();
  const { date } = viewData.scope;
  return useOutcomeCounts(
    dataClient,
    useMemo(
      () => side && { filter: periodFilter(date, side.period), filters: side.filters, fields: MARKET },
      [side, date],
    ),
  );
}
