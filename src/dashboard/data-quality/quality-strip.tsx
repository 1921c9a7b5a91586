import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useId, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { leastCertain } from "#queries/query-source.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { useIsBusy } from "#queries/use-is-busy.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { hasFilters } from "#referrals/filters.ts";
import { totalCounted } from "#referrals/funnel.ts";
import { useQualityContext } from "../context/quality-context.ts";
import type { ResolvedSelection } from "../context/resolved-selection.ts";
import { useView } from "../context/view-context.tsx";
import { groupIssues } from "./group-issues.ts";
import { SourceNotes } from "./source-notes.tsx";
import { TrustLine } from "./trust-line.tsx";
import "./quality.css";

// Code that counts records is loaded on demand.
const details = () => import("./quality-details.tsx");
const QualityDetails = lazy(async () => ({ default: (await details()).QualityDetails }));

type QualityStripProps = {
  outcomeCounts: QueryState<OutcomeCountsResult>;
  everything: QueryState<OutcomeCountsResult>;
};

/**
 * The line above all panels: how reliable the figures are; expands to the quality problems. `everything` is the period
 * without filters.
 */
export function QualityStrip({ outcomeCounts, everything }: QualityStripProps): ReactNode {
  const { t } = useI18n();
  const { config, viewData } = useView();
  const { resolved, dataset, dataTime } = viewData;
  const [isOpen, setOpen] = useState(false);
  const [counted, setCounted] = useState<{ resolved: ResolvedSelection; count: number } | null>(null);
  const id = useId();
  const queryClient = useQueryClient();
  const isUpdating = useIsBusy();
  const context = useQualityContext();
  const settled = currentData(outcomeCounts);
  const issues = settled && groupIssues(settled.rows, context);
  const onCounted = useCallback((count: number) => setCounted({ resolved, count }), [resolved]);
  const exact = counted?.resolved === resolved ? counted.count : null;
  return (
    <>
      <TrustLine
        completeness={settled && leastCertain(settled.completeness)}
        count={countOf(outcomeCounts)}
        outOf={hasFilters(resolved.filters) ? countOf(everything) : null}
        dataTime={dataTime}
        undated={dataset.undated}
        data={config.data}
        isRenewed={outcomeCounts.kind !== "success" || outcomeCounts.refreshError === null}
        isUpdating={isUpdating}
        onRefresh={() => void queryClient.invalidateQueries()}
      >
        <button
          type="button"
          className="link quality__toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          title={t("quality.title")}
          onClick={() => setOpen(!isOpen)}
        >
          <IssueCount exact={exact} atLeast={issues?.any ?? 0} />
        </button>
      </TrustLine>
      <section id={id} className="quality" aria-label={t("quality.title")} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<div className="panel__loading" />}>
            <SourceNotes />
            <QualityDetails issues={issues} onCounted={onCounted} />
          </Suspense>
        )}
      </section>
    </>
  );
}

function countOf(state: QueryState<OutcomeCountsResult>): number | null {
  return state.kind === "success" ? totalCounted(state.value.rows) : null;
}

type IssueCountProps = {
  /** Counted from records; null until they are loaded. */
  exact: number | null;
  /** Lower bound from grouped results. */
  atLeast: number;
};

/** The number of records with issues, exact, as a lower bound, or unknown. */
function IssueCount({ exact, atLeast }: IssueCountProps): ReactNode {
  const { t } = useI18n();
  if (exact !== null) return <data value={exact}>{t("quality.issues", { count: exact })}</data>;
  if (atLeast === 0) return t("quality.unchecked");
  return <data value={atLeast}>{t("quality.atLeast", { count: atLeast })}</data>;
}
