import { createContext, type ReactNode, useContext } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import type { Selection } from "#selection/selection.ts";
import type { ResolvedSelection } from "./resolved-selection.ts";

/** What every view needs first: the data set summary, and the resolved selection. Times in ms since 1970 UTC. */
export type ViewData = { dataset: DatasetSummary; resolved: ResolvedSelection; dataTime: number };

/** Context of a view and its panels. */
export type View = {
  config: AppConfig;
  viewData: ViewData;
  /** As rendered; the controls may be ahead of it. */
  selection: Selection;
  /** Changes parts of the selection and adds a history entry. */
  change: (part: Partial<Selection>) => void;
};

const ViewContext = createContext<View | null>(null);

export function ViewProvider({ view, children }: { view: View; children: ReactNode }): ReactNode {
  return <ViewContext value={view}>{children}</ViewContext>;
}

/** How far loading is. */
export type LoadProgress = {
  /** The primary figures are loaded: small secondary queries may start. */
  isQuiet: boolean;
  /** All visible figures and the prefetched cube are loaded: background queries may start. */
  isSettled: boolean;
};

/** Apart from the view, whose every panel would render again at each step. */
export const LoadProgressContext = createContext<LoadProgress>({ isQuiet: true, isSettled: true });

export function useLoadProgress(): LoadProgress {
  return useContext(LoadProgressContext);
}

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error("useView needs a ViewProvider above it.");
  return view;
}

/** Rank of a market by count in the whole data, which decides its colour; -1 when absent. */
export function useMarketRank(): (market: string) => number {
  const { markets } = useView().viewData.dataset;
  return (market) => markets.findIndex(({ code }) => code === market);
}
