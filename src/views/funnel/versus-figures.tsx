import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Change } from "#referrals/rate.ts";
import type { Selection } from "#selection/selection.ts";
import { Figure, RateFigure } from "../common/figure.tsx";
import { Reselected } from "../common/reselected.tsx";
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

function selectionOf({ period, terms }: Side): Partial<Selection> {
  return { ...period, ...terms };
}

/** A change in percent or in points, or a dash where there is none. */
export function ChangeFigure({ change }: { change: Change }): ReactNode {
  const text = useChangeWords()(change);
  if (change.kind === "absent") return <span>{text}</span>;
  return <data value={change.kind === "percent" ? change.fraction : change.points}>{text}</data>;
}

/** "+8.4%", "−1.2 points". */
export function useChangeWords(): (change: Change) => string {
  const { words, formats } = useI18n();
  return (change) => {
    if (change.kind === "absent") return "–";
    if (change.kind === "percent") return formats.signedPercent(change.fraction);
    return words("versus.points", { points: change.points });
  };
}
