import type { ReactNode } from "react";
import { comparedAt, drillAt } from "#dashboard/context/compared-at.ts";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useView } from "#dashboard/context/view-context.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { JUDGED, type Judged } from "#referrals/comparison.ts";
import type { Rate } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import type { ValueColumn } from "#table/column.ts";
import { Figure, RateFigure } from "./figure.tsx";
import { type CountOrRate, figureColumns } from "./figure-columns.tsx";

type EarlierColumns<Row> = {
  id: string;
  header: (judged: Judged) => string;
  /** Figures of the comparison period by either way of judging; null without a comparison. */
  figures: (row: Row) => Readonly<Record<Judged, number | Rate>> | null;
  /** Drill-through of the figure. */
  drill: (row: Row) => Drill;
};

/** Columns of the comparison's figures, one per way of judging, linked to their referrals. */
export function earlierColumns<Row>(
  { id, header, figures, drill }: EarlierColumns<Row>,
  i18n: I18n,
): ValueColumn<Row>[] {
  return JUDGED.map((judged) =>
    figureColumns<Row>(i18n).figure({
      id: `${id} ${judged}`,
      header: header(judged),
      figure: (row) => figureOf(figures(row), judged),
      drill,
      cell: (row) => {
        const figure = figureOf(figures(row), judged);
        return figure && <BeforeFigure figure={figure} drill={drill(row)} judged={judged} />;
      },
    }),
  );
}

function figureOf(
  figures: Readonly<Record<Judged, number | Rate>> | null,
  judged: Judged,
): CountOrRate | null {
  if (figures === null) return null;
  const value = figures[judged];
  return typeof value === "number" ? { kind: "count", count: value } : { kind: "rate", rate: value };
}

type BeforeFigureProps = { figure: CountOrRate; drill: Drill; judged: Judged };

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
