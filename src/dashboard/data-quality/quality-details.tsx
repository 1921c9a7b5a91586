import { type ReactNode, useEffect, useMemo } from "react";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type SelectedRecords, useSelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { Figure, OpenRecords } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { endOfMonth } from "#lib/calendar.ts";
import { currentData } from "#queries/query-state.ts";
import { countWithNotes, type QualityContext, qualityOfRows } from "#records/row-quality.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { QUALITY_CLASSES, type QualityClass } from "#referrals/quality.ts";
import { DataTable } from "#table/data-table.tsx";
import type { GroupIssues } from "./group-issues.ts";
import { RecordsProgress } from "./records-progress.tsx";
import { implausibleSentence } from "./source-notes.tsx";

export type QualityDetailsProps = {
  /** From grouped results, until records are loaded. */
  issues: GroupIssues | null;
  /** Called with the number of records with any issue. */
  onCounted: (count: number) => void;
};

type Counts = { classes: Record<QualityClass, number>; any: number; of: number };

/** Quality problems of the selection by class, and referrals outside every period. */
export function QualityDetails({ issues, onCounted }: QualityDetailsProps): ReactNode {
  const { t } = useI18n();
  const records = useSelectedRecords();
  const context = useQualityContext();
  const selected = currentData(records.state);
  const counts = useMemo(() => selected && countsOf(selected, context), [selected, context]);
  const any = counts?.any ?? null;
  useEffect(() => {
    if (any !== null) onCounted(any);
  }, [any, onCounted]);
  return (
    <>
      <div>
        <RecordsProgress records={records} />
        {records.state.kind === "error" && <QueryError state={records.state} />}
        <ClassTable counts={counts} issues={issues} />
        <p className="panel__note">{t(counts ? "quality.counted" : "quality.fromGroups")}</p>
      </div>
      <div>
        <Outside />
        <h3>{t("quality.complete")}</h3>
        <p className="second">{t("define.completeness")}</p>
      </div>
    </>
  );
}

function countsOf({ table, rows }: SelectedRecords, context: QualityContext): Counts {
  const found = qualityOfRows(table, context, rows);
  const entries = QUALITY_CLASSES.map((name) => [name, found[name].length] as const);
  return {
    classes: Object.fromEntries(entries) as Counts["classes"],
    any: countWithNotes(table, context, rows),
    of: rows.length,
  };
}

type ClassTableProps = { counts: Counts | null; issues: GroupIssues | null };

function ClassTable({ counts, issues }: ClassTableProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const make = figureColumns<{ name: QualityClass | "any" }>(i18n);
  const countOf = (name: QualityClass | "any") =>
    (name === "any" ? counts?.any : counts?.classes[name]) ?? null;
  const names = counts ? [...QUALITY_CLASSES, "any" as const] : QUALITY_CLASSES;
  return (
    <DataTable
      className="quality__classes"
      caption={t("quality.class")}
      columns={[
        make.name({
          id: "class",
          header: t("quality.title"),
          named: ({ name }) => ({ code: name, name: t(`quality.${name}`) }),
        }),
        make.count({
          id: "records",
          header: t("quality.records"),
          value: ({ name }) => countOf(name),
          drill: ({ name }) => ({ quality: name }),
          ...(!counts && {
            cell: ({ name }) => name !== "any" && <FromGroups name={name} issues={issues} />,
          }),
        }),
        {
          id: "share",
          header: t("source.share"),
          kind: "share",
          value: ({ name }) => (counts && counts.of > 0 ? (countOf(name) ?? 0) / counts.of : null),
        },
      ]}
      rows={names.map((name) => ({ name }))}
      rowKey={({ name }) => name}
    />
  );
}

/**
 * The count of a class from grouped results: complete for statuses, customer markets only for names, none for the
 * others.
 */
function FromGroups({ name, issues }: { name: QualityClass; issues: GroupIssues | null }): ReactNode {
  const { t, formats } = useI18n();
  if (issues && name === "unrecognised-status") {
    return <Figure value={issues.unrecognised} drill={{ quality: name }} />;
  }
  if (issues && name === "unnamed-market" && issues.unnamed > 0) {
    return (
      <span className="second">{t("quality.atLeastFigure", { count: formats.count(issues.unnamed) })}</span>
    );
  }
  return <span className="second">{t("quality.counting")}</span>;
}

/** Referrals outside every period by created date, and those without any. */
function Outside(): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { config, viewData } = useView();
  const { undated, implausible, months } = viewData.dataset;
  const facts = sourceFactsOf(config.data);
  const odd = facts ? implausibleSentence(facts, i18n) : null;
  const days = [
    ...implausible.flatMap(({ from, to }) => [from, to]),
    months?.first,
    months && endOfMonth(months.last),
  ];
  const whole = days.filter((day) => typeof day === "string").toSorted();
  return (
    <>
      <h3>{t("quality.outside")}</h3>
      <p className="second">
        {undated === 0 ? t("quality.noneUndated") : t("quality.undated", { count: undated })}
      </p>
      {undated > 0 && (
        <p className="quality__undated">
          <Reselected part={{ ...NO_FILTERS, basis: "created" }}>
            <OpenRecords drill={{ undated: true }} count={undated}>
              {t("quality.showUndated")}
            </OpenRecords>
          </Reselected>
        </p>
      )}
      {odd && (
        <p className="quality__undated">
          {odd}{" "}
          <Reselected
            part={{ ...NO_FILTERS, basis: "created", from: whole.at(0) ?? null, to: whole.at(-1) ?? null }}
          >
            <OpenRecords drill={{ quality: "implausible-date" }} count={facts?.implausible?.count ?? 0}>
              {t("quality.showUndated")}
            </OpenRecords>
          </Reselected>
        </p>
      )}
      {implausible.map(({ from, to, count }) => (
        <p key={from} className="quality__undated">
          {t("quality.implausible", { count, days: formats.period(from, to) })}{" "}
          <Reselected part={{ ...NO_FILTERS, basis: "created", from, to }}>
            <OpenRecords drill={{}} count={count}>
              {t("quality.showUndated")}
            </OpenRecords>
          </Reselected>
        </p>
      ))}
    </>
  );
}
