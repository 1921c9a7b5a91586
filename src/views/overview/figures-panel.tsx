import type { ReactNode } from "react";
import { type Compared, useComparison } from "#dashboard/data/use-comparison.ts";
import { ComparisonNote, comparisonNote } from "#dashboard/figures/change.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { QueryPanel, sourceOf } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { panelTable } from "#table/panel-table.tsx";
import type { OverdueCount } from "./headline-model.ts";
import { KeyFigures, keyFiguresTable } from "./key-figures.tsx";
import { type ComparedFunnels, keyFiguresOf, type LateCount } from "./overview-view-model.ts";

const NO_FIELDS = [] as const;

export type FiguresPanelProps = {
  outcomeCounts: QueryState<OutcomeCountsResult>;
  overdue: QueryState<OverdueCount>;
};

/** The key figures of the selection, and how they changed. */
export function FiguresPanel({ outcomeCounts, overdue }: FiguresPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const compared = useComparison(NO_FIELDS);
  const funnels = compared.kind === "compared" ? comparedFunnels(compared) : null;
  const note = comparisonNote(compared, i18n);
  const below = (
    <>
      <ComparisonNote compared={compared} />
      {overdue.kind === "error" && <QueryError state={overdue} missing="headline.overdue.failed" />}
    </>
  );
  return (
    <QueryPanel
      name="figures"
      title={t("key.title")}
      bare
      state={mapData(outcomeCounts, ({ rows }) => keyFiguresOf(funnelOf(rows), funnels, lateCount(overdue)))}
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
      source={sourceOf(outcomeCounts)}
      chart={(value) => <KeyFigures figures={value} isComparing={compared.kind === "pending"} />}
      tables={(value) => [panelTable(keyFiguresTable(value, i18n))]}
      below={below}
      notes={note === null ? [] : [note]}
    />
  );
}

function lateCount(overdue: QueryState<OverdueCount>): LateCount {
  return overdue.kind === "error" ? "missing" : (currentData(overdue)?.count ?? "waiting");
}

function comparedFunnels({ rows, judged, beforeBy }: Compared): ComparedFunnels {
  const funnels = { "equal-age": funnelOf(beforeBy["equal-age"]), today: funnelOf(beforeBy.today) };
  return { now: funnelOf(rows), before: funnels[judged], beforeBy: funnels };
}
