import type { ReactNode } from "react";
import { ageKnowledge, missingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type Compared, useComparison } from "#dashboard/data/use-comparison.ts";
import { ComparisonNote, comparisonNote } from "#dashboard/figures/change.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { AbsentNote, QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { sourceOf } from "#queries/query-source.ts";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { useTargetNotes } from "#routine/targets/target-notes.ts";
import { panelTable } from "#table/panel-table.tsx";
import type { OverdueCount } from "./headline-model.ts";
import { KeyFigures, keyFiguresTable, type NotesOfFigure } from "./key-figures.tsx";
import { type ComparedFunnels, keyFiguresOf, type LateCount } from "./overview-view-model.ts";

/** The same fields as the explanation's query, to share its result. */
const MARKET = ["customerMarket"] as const;

export type FiguresPanelProps = {
  outcomeCounts: QueryState<OutcomeCountsResult>;
  overdue: QueryState<OverdueCount>;
};

/** Key figures of the selection and their changes. */
export function FiguresPanel({ outcomeCounts, overdue }: FiguresPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { config, viewData } = useView();
  const missing = missingForOutcomes(config.data);
  const known = ageKnowledge(config.data, viewData.dataset.undated);
  const late = lateCount(overdue, known);
  const compared = useComparison(MARKET);
  const funnels = compared.kind === "compared" ? comparedFunnels(compared) : null;
  const note = comparisonNote(compared, i18n);
  const targetNotes = useTargetNotes(currentData(outcomeCounts)?.rows ?? null);
  const notesOf: NotesOfFigure = (key) =>
    (key === "acceptance" || key === "win") && missing.length === 0 ? (targetNotes?.(key) ?? []) : [];
  const below = (
    <>
      <ComparisonNote compared={compared} />
      {missing.length > 0 && <AbsentNote fields={missing} />}
      {overdue.kind === "error" && <QueryError state={overdue} missing="headline.overdue.failed" />}
    </>
  );
  return (
    <QueryPanel
      name="figures"
      title={t("key.title")}
      bare
      loading={compared.kind === "pending" || compared.kind === "compared" ? "compared-figures" : "figures"}
      state={mapData(outcomeCounts, ({ rows }) => {
        const figures = keyFiguresOf(funnelOf(rows), funnels, late);
        return missing.length === 0 ? figures : figures.slice(0, 1);
      })}
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
      chart={(value) => (
        <KeyFigures figures={value} isComparing={compared.kind === "pending"} notesOf={notesOf} />
      )}
      tables={(value) => [panelTable(keyFiguresTable(value, targetNotes && notesOf, i18n))]}
      below={below}
      notes={note === null ? [] : [note]}
    />
  );
}

/** With only some ages known, zero overdue means nothing. */
function lateCount(overdue: QueryState<OverdueCount>, known: ReturnType<typeof ageKnowledge>): LateCount {
  if (typeof known === "object") return "absent";
  if (overdue.kind === "error") return "missing";
  const count = currentData(overdue)?.count ?? "waiting";
  return count === 0 && known === "at-least" ? "absent" : count;
}

function comparedFunnels(compared: Compared): ComparedFunnels {
  const { rows, judged, beforeBy, before, late, isAcceptanceUnproved } = compared;
  const funnels = { "equal-age": funnelOf(beforeBy["equal-age"]), today: funnelOf(beforeBy.today) };
  return {
    now: funnelOf(rows),
    before: funnels[judged],
    late: late === before ? funnels[judged] : funnelOf(late),
    isAcceptanceUnproved,
    beforeBy: funnels,
  };
}
