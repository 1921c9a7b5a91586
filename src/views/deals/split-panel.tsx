import type { ReactNode } from "react";
import { type ChartModel, countScale } from "#charts/chart-model.ts";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { marketColour } from "#charts/series-colour.ts";
import { dealTextName } from "#dashboard/context/deal-names.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { Figure } from "#dashboard/figures/figure.tsx";
import { codeHead, figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type SplitOverTime, type SplitRow, splitOverTime } from "#records/deal-splits.ts";
import type { TimeAxisOf } from "#records/deal-summary.ts";
import { DEAL_SPLITS, type DealSplit } from "#selection/keys/deals.ts";
import type { TableModel } from "#table/column.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import type { DealsPanelProps } from "./deal-columns.tsx";

type SplitPanelProps = Pick<DealsPanelProps, "source" | "present"> & {
  state: QueryState<SelectedRecords>;
  axis: TimeAxisOf;
  wanted: DealSplit | null;
  onSplit: (split: DealSplit) => void;
};

/** Of the whole picture, in pixels. */
const HEIGHT = 240;
/** As many values as there are colours; the others are one. */
const MAX_SERIES = 8;

/** Referrals over time, present apart by what only this source tells. */
export function SplitPanel({ state, source, present, axis, wanted, onSplit }: SplitPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { basis } = useView().viewData.resolved;
  const offered = DEAL_SPLITS.filter((field) => present.has(field));
  const by = offered.find((field) => field === wanted) ?? offered[0];
  if (by === undefined) return null;
  const split = mapData(state, ({ table, rows }) => splitOverTime(table, rows, by, axis, MAX_SERIES));
  return (
    <QueryPanel
      name="split"
      title={t("deals.split.title")}
      subtitle={t("deals.reasons.timeSubtitle", { basis: t(`basis.${basis}`) })}
      state={split}
      source={source}
      figures={["created", "unfinished"]}
      action={
        <Choice
          isBare
          label={t("deals.split.by")}
          value={by}
          options={offered.map((key) => ({ key, name: t(`list.column.${key}`) }))}
          onChange={onSplit}
        />
      }
      chart={(value) => <SplitChart split={value} by={by} grain={axis.grain} />}
      tables={(value) => [panelTable(splitTable(value, by, axis.grain, i18n))]}
    />
  );
}

type SplitChartProps = { split: SplitOverTime; by: DealSplit; grain: Grain };

/** The parts of a split as the picture shows them, those that have no colour of their own as one. */
function partsOf({ named, others }: SplitOverTime, by: DealSplit, i18n: I18n) {
  const parts = named.map((row, place) => ({
    ...row,
    key: `=${row.values[0]}`,
    name: dealTextName(by, row.values[0] ?? "", i18n),
    colour: marketColour(place),
  }));
  const other = { key: "other", name: i18n.t("deals.split.other"), colour: marketColour(-1) };
  return others === null ? parts : [...parts, { ...others, ...other }];
}

function SplitChart({ split, by, grain }: SplitChartProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  return (
    <>
      <LazyTimeSeriesChart
        summary={t("deals.split.title")}
        model={splitChart(split, by, grain, i18n)}
        height={HEIGHT}
        formatTick={formats.count}
      />
      <ul className="deals__series">
        {partsOf(split, by, i18n).map(({ key, name, colour, values, total }) => (
          <li key={key}>
            <span className="swatch" style={{ background: colour }} /> {name}{" "}
            <Figure value={total} drill={{ values: { [by]: values } }} />
          </li>
        ))}
      </ul>
      {by === "solution" && (
        <p className="panel__note">{t("deals.split.several", { count: split.all.total })}</p>
      )}
    </>
  );
}

function splitChart(split: SplitOverTime, by: DealSplit, grain: Grain, i18n: I18n): ChartModel {
  const series = partsOf(split, by, i18n).map(({ counts, ...part }) => ({ ...part, values: counts }));
  // Of a referral that counts in several parts a stack would be higher than all there are.
  const kind = by === "solution" ? "lines" : "stack";
  return {
    buckets: trendBuckets(split.buckets, split.all.counts, grain, i18n),
    kind,
    series,
    lines: [],
    scale: countScale(Math.max(...split.all.counts)),
  };
}

function splitTable(
  { rows, buckets }: SplitOverTime,
  by: DealSplit,
  grain: Grain,
  i18n: I18n,
): TableModel<SplitRow> {
  const make = figureColumns<SplitRow>(i18n);
  const drillOf = ({ values }: SplitRow) => ({ values: { [by]: values } });
  const textOf = ({ values: [value = ""] }: SplitRow) => value;
  return {
    columns: [
      make.name({
        id: "value",
        header: i18n.t(`list.column.${by}`),
        named: (row) => ({ code: textOf(row), name: dealTextName(by, textOf(row), i18n) }),
      }),
      make.count({
        id: "total",
        header: i18n.t("deals.split.total"),
        value: ({ total }) => total,
        drill: drillOf,
      }),
      ...buckets.map(({ start, covered }, at) =>
        make.count({
          id: start,
          ...codeHead(start, i18n.formats.tick(start, grain)),
          value: ({ counts }) => counts[at] ?? 0,
          drill: (row) => ({ ...drillOf(row), within: covered }),
        }),
      ),
    ],
    rows,
    rowKey: textOf,
  };
}
