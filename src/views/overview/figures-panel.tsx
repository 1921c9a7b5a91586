import type { ReactNode } from "react";
import { type Compared, useComparison } from "#dashboard/data/use-comparison.ts";
import { ComparisonNote } from "#dashboard/figures/change.tsx";
import { AskedFailure } from "#dashboard/panel/asked-failure.tsx";
import { AskedPanel, sourceOf } from "#dashboard/panel/asked-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { type Asked, mapAsked, newOf } from "#queries/asked.ts";
import type { JourneysAnswer } from "#queries/use-journeys.ts";
import { funnelOf } from "#referrals/funnel.ts";
import type { OverdueCount } from "./headline-model.ts";
import { KeyFigures, KeyFiguresTable } from "./key-figures.tsx";
import { type ComparedFunnels, keyFiguresOf, type LateCount } from "./overview-view-model.ts";

const NO_FIELDS = [] as const;

export type FiguresPanelProps = { journeys: Asked<JourneysAnswer>; overdue: Asked<OverdueCount> };

/** The key figures of the selection, and how they changed. */
export function FiguresPanel({ journeys, overdue }: FiguresPanelProps): ReactNode {
  const { words } = useI18n();
  const compared = useComparison(NO_FIELDS);
  const funnels = compared.kind === "compared" ? comparedFunnels(compared) : null;
  const notes = (
    <>
      <ComparisonNote compared={compared} />
      {overdue.kind === "failed" && <AskedFailure failed={overdue} missing="headline.overdue.failed" />}
    </>
  );
  return (
    <AskedPanel
      name="figures"
      title={words("key.title")}
      bare
      asked={mapAsked(journeys, ({ rows }) => keyFiguresOf(funnelOf(rows), funnels, lateCount(overdue)))}
      figures={[
        "created",
        "acknowledged",
        "accepted",
        "won",
        "acceptance",
        "win",
        "open",
        "overdue",
        "interval",
        "change",
      ]}
      source={sourceOf(journeys)}
      chart={(value) => (
        <>
          <KeyFigures figures={value} isComparing={compared.kind === "waiting"} />
          {notes}
        </>
      )}
      table={(value) => (
        <>
          <KeyFiguresTable figures={value} />
          {notes}
        </>
      )}
    />
  );
}

function lateCount(overdue: Asked<OverdueCount>): LateCount {
  return overdue.kind === "failed" ? "missing" : (newOf(overdue)?.count ?? "waiting");
}

function comparedFunnels({ rows, before }: Compared): ComparedFunnels {
  return { now: funnelOf(rows), before: funnelOf(before) };
}
