import type { ReactNode } from "react";
import { useOverdueOutcomes } from "#dashboard/data/use-overdue-outcomes.ts";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { mapData } from "#queries/query-state.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { FiguresPanel } from "./figures-panel.tsx";
import { FunnelPanel } from "./funnel-panel.tsx";
import { Headline } from "./headline.tsx";
import { overdueCount } from "./headline-model.ts";
import { MarketsPanel } from "./markets-panel.tsx";
import { TrendPanel } from "./trend-panel.tsx";
import { useOverview } from "./use-overview.ts";

/** The first page: what became of the referrals of a period, at a glance. */
export function OverviewView(): ReactNode {
  const { outcomeCounts, trend, marketTrend, refreshError, refresh } = useOverview();
  const overdue = mapData(useOverdueOutcomes(), ({ rows }) => overdueCount(rows));
  const { faults } = useKeys(OVERVIEW_KEYS);
  const isEmpty = outcomeCounts.kind === "success" && outcomeCounts.value.rows.length === 0;
  return (
    <>
      <AddressNotice faults={faults} />
      {refreshError && <QueryError state={{ error: refreshError, retry: refresh }} keepsOld />}
      <Headline overdue={overdue} />
      <FiguresPanel outcomeCounts={outcomeCounts} overdue={overdue} />
      <div className="overview__pair">
        <FunnelPanel outcomeCounts={outcomeCounts} />
        <TrendPanel state={trend} isEmpty={isEmpty} />
      </div>
      <MarketsPanel outcomeCounts={outcomeCounts} trend={marketTrend} />
    </>
  );
}
