import type { ReactNode } from "react";
import type { Selection } from "#selection/selection.ts";
import { useView, ViewProvider } from "./view-context.tsx";

export type ReselectedProps = { part: Partial<Selection>; children: ReactNode };

/** Figures that another selection counted than the page's: what they open is of that one. */
export function Reselected({ part, children }: ReselectedProps): ReactNode {
  const view = useView();
  return (
    <ViewProvider view={{ ...view, selection: { ...view.selection, ...part } }}>{children}</ViewProvider>
  );
}
