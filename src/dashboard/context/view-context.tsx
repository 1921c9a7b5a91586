import { createContext, type ReactNode, useContext } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import type { Selection } from "#selection/selection.ts";
import type { ResolvedSelection } from "./resolved-selection.ts";

/** What every view waits for: what the data holds, and with it the selection without gaps. Times in ms since 1970 UTC. */
export type ViewData = { dataset: DatasetSummary; resolved: ResolvedSelection; dataTime: number };

/** What a view and its panels are about. */
export type View = {
  config: AppConfig;
  viewData: ViewData;
  /** As it is shown: the controls may be a moment ahead of it. */
  selection: Selection;
  /** What the reader sees first is here: time for small queries of what stands beside it. */
  isQuiet: boolean;
  /** What the reader waits for is here, and what answers the rest too: time for queries that can wait. */
  isSettled: boolean;
  /** Changes parts of the selection: a new entry in the browser's history. */
  change: (part: Partial<Selection>) => void;
};

const ViewContext = createContext<View | null>(null);

export function ViewProvider({ view, children }: { view: View; children: ReactNode }): ReactNode {
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** The view that a component stands in. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error("useView needs a ViewProvider above it.");
  return view;
}

/** The place of a market among all the data, by count, which decides its colour everywhere; -1 when it is not there. */
export function useMarketRank(): (market: string) => number {
  const { markets } = useView().viewData.dataset;
  return (market) => markets.findIndex(({ code }) => code === market);
}
