import type { ReactNode } from "react";
import type { Judged } from "#referrals/comparison.ts";
import type { Drill } from "#selection/drill.ts";
import { comparedAt, drillAt } from "../context/compared-at.ts";
import { Reselected } from "../context/reselected.tsx";
import { useView } from "../context/view-context.tsx";
import { Figure, RateFigure } from "./figure.tsx";
import type { CountOrRate } from "./figure-columns.tsx";

export type BeforeFigureProps = { figure: CountOrRate; drill: Drill; judged: Judged };

/** A figure of the comparison period by one way of judging; links to its referrals. */
export function BeforeFigure({ figure, drill, judged }: BeforeFigureProps): ReactNode {
  const view = useView();
  const { compared } = view.viewData.resolved;
  if (compared === null) return null;
  const asOf = comparedAt({ ...view, selection: { ...view.selection, judged } });
  const own = drillAt(drill, view.selection, asOf);
  return (
    <Reselected part={compared.comparison}>
      {figure.kind === "count" ? (
        <Figure value={figure.count} drill={own} />
      ) : (
        <RateFigure rate={figure.rate} drill={own} />
      )}
    </Reselected>
  );
}
