import type { ReactNode } from "react";
import { AskedFailure } from "../common/asked-failure.tsx";
import { FiguresPanel } from "./figures-panel.tsx";
import { FunnelPanel } from "./funnel-panel.tsx";
import { Headline } from "./headline.tsx";
import { MarketsPanel } from "./markets-panel.tsx";
import { TrendPanel } from "./trend-panel.tsx";
import { useOverdue } from "./use-overdue.ts";
import { useOverview } from "./use-overview.ts";

/** The first page: what became of the referrals of a period, at a glance. */
export function OverviewView(): ReactNode {
  const { journeys, trend, marketTrend, trouble, refresh } = useOverview();
  const overdue = useOverdue();
  const isEmpty = journeys.kind === "here" && journeys.value.rows.length === 0;
  return (
    <>
      {trouble && <AskedFailure failed={{ error: trouble, retry: refresh }} keepsOld />}
      <Headline overdue={overdue} />
      <FiguresPanel journeys={journeys} overdue={overdue} />
      <div className="overview__pair">
        <FunnelPanel journeys={journeys} />
        <TrendPanel asked={trend} isEmpty={isEmpty} />
      </div>
      <MarketsPanel journeys={journeys} trend={marketTrend} />
    </>
  );
}
