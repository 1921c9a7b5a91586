// The panels below have a few hundred bytes each: in files of their own they would cost requests, and a new layout each.
import "#dashboard/figures/customer-link.css";
import "#dashboard/outlook/outlook.css";
import "#dashboard/why/why.css";
import "#routine/partner-center/partner-center.css";
import "#routine/since/since.css";
import "#routine/targets/targets.css";
import "#routine/to-do/to-do.css";
import "#routine/watch/watch.css";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, startTransition, useEffect, useState } from "react";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useLoadProgress, useView, ViewProvider } from "#dashboard/context/view-context.tsx";
import { useOverdueOutcomes } from "#dashboard/data/use-overdue-outcomes.ts";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { useLatch } from "#dashboard/frame/view-frame.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { whenIdle } from "#lib/in-slices.ts";
import { useObservable } from "#lib/observable.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type TrendResult, useTrend } from "#queries/use-trend.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { watchTextOf } from "#routine/watch/watch-presence.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { isPictureShown } from "#ui/slot.ts";
import { FiguresPanel } from "./figures-panel.tsx";
import { FunnelPanel } from "./funnel-panel.tsx";
import { Headline } from "./headline.tsx";
import { type OverdueCount, overdueCount } from "./headline-model.ts";
import { MarketsPanel } from "./markets-panel.tsx";
import { TrendPanel } from "./trend-panel.tsx";

// Lazily loaded, so that it does not delay the figures.
const WhyPanel = lazy(async () => ({ default: (await import("./why-panel.tsx")).WhyPanel }));
const WatchAlerts = lazy(async () => ({
  default: (await import("#routine/watch/watch-alerts.tsx")).WatchAlerts,
}));
const WatchPanel = lazy(async () => ({
  default: (await import("#routine/watch/watch-panel.tsx")).WatchPanel,
}));
const SincePanel = lazy(async () => ({
  default: (await import("#routine/since/since-panel.tsx")).SincePanel,
}));
const ToDoPanel = lazy(async () => ({
  default: (await import("#routine/to-do/to-do-panel.tsx")).ToDoPanel,
}));
const TargetsPanel = lazy(async () => ({
  default: (await import("#routine/targets/targets-panel.tsx")).TargetsPanel,
}));
const PartnerCenterPanel = lazy(async () => ({
  default: (await import("#routine/partner-center/partner-center-panel.tsx")).PartnerCenterPanel,
}));
const Outlook = lazy(async () => ({ default: (await import("./outlook.tsx")).OutlookOfOverview }));

/** The start page: outcomes of a period at a glance. */
export function OverviewView(): ReactNode {
  const overview = useOverview();
  const { refreshError, refresh } = overview;
  const overdue = mapData(useOverdueOutcomes(), ({ rows }) => overdueCount(rows));
  const { faults } = useKeys(OVERVIEW_KEYS);
  const view = useView();
  const isSettled = useLatch(useLoadProgress().isSettled);
  const hasRules = useObservable(watchTextOf(useReader())) !== null;
  const { panels } = view.selection;
  const shows = (name: string) => panels.length === 0 || panels.includes(name);
  return (
    <>
      <AddressNotice faults={faults} />
      {refreshError && <QueryError state={{ error: refreshError, retry: refresh }} keepsOld />}
      <Headline overdue={overdue} />
      {shows("watch") && hasRules && (
        <div className="overview__watch">
          {isSettled && (
            <Suspense>
              <WatchAlerts />
            </Suspense>
          )}
        </div>
      )}
      {shows("since") && (
        <div className="overview__since">
          {isSettled && (
            <AfterFigures>
              <SincePanel />
            </AfterFigures>
          )}
        </div>
      )}
      <Panels overview={overview} overdue={overdue} />
      {isSettled && (
        <AfterFigures>
          <WhyPanel />
          {shows("to-do") && <ToDoPanel />}
          {shows("targets") && <TargetsPanel />}
          {shows("watch") && <WatchPanel />}
          <Outlook />
          {shows("partner-center") && <PartnerCenterPanel />}
        </AfterFigures>
      )}
    </>
  );
}

const NOTHING_YET: Pick<Overview, "outcomeCounts" | "trend" | "marketTrend"> = {
  outcomeCounts: { kind: "pending" },
  trend: { kind: "pending" },
  marketTrend: { kind: "pending" },
};

type PanelsProps = { overview: Overview; overdue: QueryState<OverdueCount> };

/**
 * The panels below the headline. Their first render would keep that of a slow machine from being painted, unless a
 * picture stands in front of it.
 */
function Panels({ overview, overdue }: PanelsProps): ReactNode {
  const [isFirst, setIsFirst] = useState(() => !isPictureShown());
  useEffect(() => startTransition(() => setIsFirst(false)), []);
  const { outcomeCounts, trend, marketTrend } = isFirst ? NOTHING_YET : overview;
  const isEmpty = outcomeCounts.kind === "success" && outcomeCounts.value.rows.length === 0;
  return (
    <>
      <FiguresPanel outcomeCounts={outcomeCounts} overdue={overdue} />
      <div className="overview__pair">
        <FunnelPanel outcomeCounts={outcomeCounts} />
        <TrendPanel state={trend} isEmpty={isEmpty} />
      </div>
      <MarketsPanel outcomeCounts={outcomeCounts} trend={marketTrend} />
    </>
  );
}

/** Renders its content when the figures of a new selection are painted and nothing else is to do. */
function AfterFigures({ children }: { children: ReactNode }): ReactNode {
  const view = useView();
  const [shown, show] = useState(view);
  useEffect(() => whenIdle(() => startTransition(() => show(view))), [view]);
  return (
    <ViewProvider view={shown}>
      <Suspense>{children}</Suspense>
    </ViewProvider>
  );
}

const MARKET = ["customerMarket"] as const;

type Overview = {
  /** By customer market. */
  outcomeCounts: QueryState<OutcomeCountsResult>;
  trend: QueryState<TrendResult>;
  marketTrend: QueryState<TrendResult>;
  /** Why stale figures are shown. */
  refreshError: Error | null;
  refresh: () => void;
};

/** Fetches what the panels share; each derives its own figures, so that none waits for another's. */
function useOverview(): Overview {
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
