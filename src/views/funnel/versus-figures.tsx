import type { ReactNode } from "react";
import { drillAt } from "#dashboard/context/compared-at.ts";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import type { Selection } from "#selection/selection.ts";
import type { Side, VersusRow } from "./versus-model.ts";

export type SideFigureProps = { row: VersusRow; side: "a" | "b" | "other"; of: Side };

/** A figure of one side; it opens the referrals of that side. */
export function SideFigure({ row, side, of }: SideFigureProps): ReactNode {
  const drill = drillAt(row.drill, of.filters, of.asOf);
  return (
    <Reselected part={selectionOf(of)}>
      {row.kind === "count" ? (
        <Figure value={row[side]} drill={drill} />
      ) : (
        <RateFigure rate={row[side]} drill={drill} />
      )}
    </Reselected>
  );
}

/** What one side selects. */
export function selectionOf({ period, filters }: Side): Partial<Selection> {
  return { ...period, ...filters };
}

/** What a change is measured against. */
export function againstOf(side: Side): Partial<Selection> & { asOf: number | null } {
  return { ...selectionOf(side), asOf: side.asOf };
}
