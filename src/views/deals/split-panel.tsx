import type { ReactNode } from "react";
import type { ChartModel } from "#charts/chart-model.ts";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { countScale } from "#charts/scale.ts";
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
import { type SplitRow, splitOverTime, type TimeAxisOf } from "#records/deal-summary.ts";
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

type Split = ReturnType<typeof splitOverTime>;

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
  const split = mapData(state, ({ table, rows }) => splitOverTime(table, rows, by, axis));
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

type SplitChartProps = { split: Split; by: DealSplit; grain: Grain };

function SplitChart({ split, by, grain }: SplitChartProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const named = split.rows.slice(0, MAX_SERIES);
  const others = split.rows.slice(MAX_SERIES);
  return (
    <>
      <LazyTimeSeriesChart
        summary={t("deals.split.title")}
        model={splitChart(split, by, grain, i18n)}
        height={HEIGHT}
        formatTick={formats.count}
      />
      <ul className="deals__series">
        {named.map(({ value, total }, place) => (
          <li key={value}>
            <span className="swatch" style={{ background: marketColour(place) }} />{" "}
            {dealTextName(by, value, i18n)} <Figure value={total} drill={{ values: { [by]: [value] } }} />
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <span className="swatch" style={{ background: marketColour(-1) }} /> {t("deals.split.other")}{" "}
            <Figure
              value={others.reduce((sum, { total }) => sum + total, 0)}
              drill={{ values: { [by]: others.map(({ value }) => value) } }}
            />
          </li>
        )}
      </ul>
    </>
  );
}

function splitChart({ rows, buckets }: Split, by: DealSplit, grain: Grain, i18n: I18n): ChartModel {
  const sumAt = (some: readonly SplitRow[], at: number) =>
    some.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
  const totals = buckets.map((_, at) => sumAt(rows, at));
  const others = rows.slice(MAX_SERIES);
  const series = rows.slice(0, MAX_SERIES).map(({ value, counts }, place) => ({
    key: `=${value}`,
    name: dealTextName(by, value, i18n),
    colour: marketColour(place),
    values: counts,
  }));
  const rest = {
    key: "other",
    name: i18n.t("deals.split.other"),
    colour: marketColour(-1),
    values: buckets.map((_, at) => sumAt(others, at)),
  };
  return {
    buckets: trendBuckets(buckets, totals, grain, i18n),
    kind: "stack",
    series: others.length > 0 ? [...series, rest] : series,
    lines: [],
    scale: countScale(Math.max(...totals)),
  };
}

function splitTable({ rows, buckets }: Split, by: DealSplit, grain: Grain, i18n: I18n): TableModel<SplitRow> {
  const make = figureColumns<SplitRow>(i18n);
  const drillOf = ({ value }: SplitRow) => ({ values: { [by]: [value] } });
  return {
    columns: [
      make.name({
        id: "value",
        header: i18n.t(`list.column.${by}`),
        named: ({ value }) => ({ code: value, name: dealTextName(by, value, i18n) }),
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
    rowKey: ({ value }) => value,
  };
}
