import { lazy, type ReactNode, Suspense } from "react";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import {
  MAX_UNCONFIRMED,
  type SelectedRecords,
  type SelectedRecordsState,
} from "#dashboard/data/use-selected-records.ts";
import { ComparisonNote, comparisonNote } from "#dashboard/figures/change.tsx";
import { earlierColumns } from "#dashboard/figures/earlier-columns.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { ExplanationLink, explainingDimension } from "#dashboard/figures/why-link.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { RecordTable } from "#partner-center/record-table.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { currentData, mapData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { useRecords } from "#queries/use-records.ts";
import { asItStood } from "#records/as-it-stood.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { equalAgeAt, type Judged } from "#referrals/comparison.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { TimesFigure, TimesKeys } from "#selection/keys/times.ts";
import { timesWhyAddress } from "#selection/why-address.ts";
import type { TableModel } from "#table/column.ts";
import { DataTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { PassedDays } from "./passed-days.tsx";
import { type ComparedRecords, type ComparedTime, comparedTimes, useTimesName } from "./times-comparison.ts";

const NO_FIELDS = [] as const;

const TimesWhyPanel = lazy(async () => ({ default: (await import("./times-why-panel.tsx")).TimesWhyPanel }));

export type ComparedPanelProps = {
  records: SelectedRecordsState;
  limits: OverdueLimits;
  keys: TimesKeys;
  change: (part: Partial<TimesKeys>) => void;
};

/** Response times against the comparison period, at the same age, and why one of them changed. */
export function ComparedPanel({ records, limits, keys, change }: ComparedPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { judged } = useView().selection;
  const nameOf = useTimesName(limits);
  const { state, compared } = useComparedRecords(records);
  if (compared.kind === "off") return null;
  if (compared.kind !== "compared") return <ComparisonNote compared={compared} />;
  const note = comparisonNote(compared, i18n);
  const tableOf = (rows: readonly ComparedTime[], shown: readonly Judged[]) =>
    comparedTable(rows, shown, { keys, nameOf }, i18n);
  return (
    <>
      <QueryPanel
        name="compared"
        title={t("times.compared.title")}
        subtitle={t("times.compared.subtitle")}
        state={mapData(state, (both) => comparedTimes(both, judged, limits))}
        figures={["answered", "overdue", "change", "interval"]}
        source={null}
        chart={(rows) => (
          <div className="table-scroll">
            <DataTable {...tableOf(rows, [judged])} />
          </div>
        )}
        tables={(rows) => [panelTable(tableOf(rows, ["equal-age", "today"]))]}
        below={<ComparisonNote compared={compared} />}
        notes={note === null ? [] : [note]}
      />
      <Suspense fallback={null}>
        <TimesWhyPanel {...{ state, limits, keys, change, note }} />
      </Suspense>
    </>
  );
}

type Shown = { keys: TimesKeys; nameOf: (figure: TimesFigure) => string };

function comparedTable(
  rows: readonly ComparedTime[],
  shown: readonly Judged[],
  { keys, nameOf }: Shown,
  i18n: I18n,
): TableModel<ComparedTime> {
  const { t } = i18n;
  const make = figureColumns<ComparedTime>(i18n);
  const earlier = earlierColumns<ComparedTime>(
    {
      id: "before",
      // With a single column, the note below says how it is judged.
      header: (judged) =>
        t(shown.length === 1 ? "why.before" : judged === "today" ? "key.beforeToday" : "key.before"),
      figures: ({ by }) => by,
      drill: ({ drill }) => drill,
    },
    i18n,
  );
  const now = make.figure({
    id: "now",
    header: t("key.value"),
    figure: ({ now }) =>
      typeof now === "number" ? { kind: "count", count: now } : { kind: "rate", rate: now },
    drill: ({ drill }) => drill,
  });
  return {
    columns: [
      make.name({
        id: "figure",
        header: t("key.figure"),
        named: ({ key }) => ({ code: key, name: nameOf(key) }),
      }),
      { ...now, cell: (row) => <PassedDays>{now.cell?.(row)}</PassedDays> },
      ...earlier.filter(({ id }) => shown.some((judged) => id === `before ${judged}`)),
      make.change({
        id: "change",
        header: t("key.change"),
        change: ({ key, change, drill, now }) => ({
          change,
          drill,
          isNeutral: typeof now === "number",
          whyLink: <TimesWhyLink figure={key} keys={keys} name={nameOf(key)} />,
        }),
      }),
    ],
    rows,
    rowKey: ({ key }) => key,
    className: "times__compared",
  };
}

type TimesWhyLinkProps = { figure: TimesFigure; keys: TimesKeys; name: string };

function TimesWhyLink({ figure, keys, name }: TimesWhyLinkProps): ReactNode {
  const { selection } = useView();
  const whyBy = explainingDimension(selection.markets.length === 1);
  return (
    <ExplanationLink address={timesWhyAddress(selection, { ...keys, why: figure, whyBy })} figure={name} />
  );
}

type Note = Parameters<typeof comparisonNote>[0];

/** The records of both sides, cut to the days that have passed; those of the comparison are downloaded last. */
function useComparedRecords(records: SelectedRecordsState) {
  const { viewData } = useView();
  const { compared, date } = viewData.resolved;
  const own = currentData(records.state);
  const note = useNote();
  const isAsked = note.kind === "compared" && compared !== null && own !== null;
  const population = isAsked ? periodFilter(date, compared.comparison) : null;
  const counted = useOutcomeCounts(population && { population, filters: NO_FILTERS, fields: NO_FIELDS });
  const count = currentData(counted)?.rows.reduce((sum, one) => sum + one.count, 0) ?? null;
  const isTooMany = count !== null && count > MAX_UNCONFIRMED;
  const read = useRecords(population && count !== null && !isTooMany ? population : undefined).state;
  const sides = useSides(own);
  return {
    state: mapData(read, ({ table }) => sides(table)),
    compared: isTooMany || records.isTooMany ? ({ kind: "off" } as const) : note,
  };
}

/** What is compared, or why nothing is. */
function useNote(): Note {
  const { viewData, selection } = useView();
  const { resolved, dataset, dataTime } = viewData;
  const { compared } = resolved;
  const begins = dataset.months?.first ?? null;
  if (compared === null || begins === null) return { kind: "off" };
  const { kind, period, comparison } = compared;
  if (kind === "nothing-passed") return { kind };
  if (comparison.from < begins) return { kind: "no-data-before", comparison, begins };
  const asOf = equalAgeAt(compared, dataTime);
  const { judged } = selection;
  return { kind: "compared", period, comparison, isCut: kind === "cut", judged, asOf, undated: 0 };
}

/** Combines both sides from the records of the comparison. */
function useSides(own: SelectedRecords | null): (before: RecordTable) => ComparedRecords {
  const { resolved, dataTime } = useView().viewData;
  const { compared, date, filters } = resolved;
  const context = { ...useQualityContext(), now: dataTime };
  return (before) => {
    const { period = null, comparison = null } = compared ?? {};
    const asOf = period && comparison ? equalAgeAt({ period, comparison }, dataTime) : dataTime;
    const then = rowsMatching(before, { ...filters, asOf }, context);
    const today = { table: before, rows: rowsMatching(before, filters, context), now: dataTime };
    const days = { field: date, from: period?.from ?? null, to: period?.to ?? null };
    return {
      now: own ? { ...own, rows: rowsMatching(own.table, { dates: [days] }, context, own.rows) } : today,
      by: { "equal-age": { table: asItStood(before, asOf), rows: then, now: asOf + 1 }, today },
      late: { table: asItStood(before, asOf, "late"), rows: then, now: asOf + 1 },
    };
  };
}
