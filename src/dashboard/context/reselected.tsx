import type { ReactNode } from "react";
import type { Selection } from "#selection/selection.ts";
import { useView, ViewProvider } from "./view-context.tsx";

export type ReselectedProps = { part: Partial<Selection>; children: ReactNode };

/** Overrides the selection for figures counted with another one, so that their drill-throughs match. */
export function Reselected({ part, children }: ReselectedProps): ReactNode {
  const view = useView();
  return (
    <ViewProvider view={{ ...view, selection: { ...view.selection, ...part } }}>{children}</ViewProvider>
  );
}
