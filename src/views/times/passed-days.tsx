import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useView } from "#dashboard/context/view-context.tsx";

/** Figures of a running period are those of the days so far. */
export function PassedDays({ children }: { children: ReactNode }): ReactNode {
  const { compared } = useView().viewData.resolved;
  return <Reselected part={compared?.period ?? {}}>{children}</Reselected>;
}
