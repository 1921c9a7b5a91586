import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import type { Selection } from "#selection/selection.ts";
import type { Side, VersusRow } from "./versus-model.ts";

export type SideFigureProps = { row: VersusRow; side: "a" | "b"; of: Side };

/** A figure of one side; it opens the referrals of that side. */
export function SideFigure({ row, side, of }: SideFigureProps): ReactNode {
  return (
    <Reselected part={selectionOf(of)}>
      {row.kind === "count" ? (
        <Figure value={row[side]} drill={row.drill} />
      ) : (
        <RateFigure rate={row[side]} drill={row.drill} />
      )}
    </Reselected>
  );
}

/** What one side selects. */
export function selectionOf({ period, filters }: Side): Partial<Selection> {
  return { ...period, ...filters };
}
