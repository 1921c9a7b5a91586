import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { ChartSeries } from "#charts/chart-model.ts";
import { marketColour } from "#charts/series-colour.ts";
import { TrendChart } from "#charts/trend-chart.tsx";
import type { Annotation } from "#dashboard/annotations/annotations.ts";
import { noteColumns } from "#dashboard/annotations/note-columns.ts";
import { useAnnotations, useChartNotes } from "#dashboard/annotations/use-annotations.ts";
import { type SeriesLook, useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { codeHead, figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { type DrillTarget, partDrill, SeriesMark, useToggleFilter } from "#dashboard/figures/filter-mark.tsx";
import { daysOfRange, hasBegun, rangeName, trendBuckets } from "#dashboard/figures/trend-buckets.ts";
import { isOfAge, trendSentences } from "#dashboard/figures/trend-sentences.ts";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { TrendResult } from "#queries/use-trend.ts";
import { DIMENSIONS, type Dimension } from "#referrals/dimensions.ts";
import type { Outcome } from "#referrals/outcome.ts";
import { type Trend, trendOf } from "#referrals/trend.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { Selection } from "#selection/selection.ts";
import { viewAddress } from "#selection/view-address.ts";
import type { TableModel } from "#table/column.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Link } from "#ui/link.tsx";

type TrendPanelProps = {
  state: QueryState<TrendResult>;
  /** The selection has no referrals. */
  isEmpty: boolean;
};

/** The referrals of the selection over time. */
export function TrendPanel({ state, isEmpty }: TrendPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
  const { period, grain } = resolved;
  const notes = useAnnotations();
  const look = useSeriesLook(selection.by, useMarketRank());
  const compareKeys = look.compare;
  const by = t(`by.${selection.by}`);
  return (
    <QueryPanel
      name="trend"
      title={t("trend.title")}
      subtitle={t(`trend.subtitle.${grain}`, { by, basis: t(`basis.${resolved.basis}.did`) })}
      state={mapData(state, ({ rows }) => trendOf({ rows, period, grain, dataTime, compareKeys }))}
      figures={["trend", "unfinished", "other"]}
      source={sourceOf(state)}
      chart={(value) => (isEmpty ? <Empty /> : <TrendPicture trend={value} grain={grain} look={look} />)}
      tables={(value) => [panelTable(trendTable({ trend: value, grain, look, notes }, selection.by, i18n))]}
    />
  );
}

type Row = { bucket: TrendBucket; at: number };

/** The trend as a table: a row per bucket, a column per series. */
function trendTable(
  { trend, grain, look, notes }: TrendPictureProps & { notes: readonly Annotation[] },
  by: Dimension,
  i18n: I18n,
): TableModel<Row> {
  const { t } = i18n;
  const rows = bucketRows(trend);
  const make = figureColumns<Row>(i18n);
  const named = trend.series.map(({ key }) => key);
  const column = (part: DrillTarget, values: readonly number[]) =>
    make.count({
      ...(part.kind === "series"
        ? { id: `part ${part.key}`, ...codeHead(part.key, look.nameOf(part.key)) }
        : { id: part.kind, header: t(part.kind === "other" ? "trend.other" : "trend.total") }),
      value: ({ bucket, at }) => (hasBegun(bucket, trend.totals[at] ?? 0) ? (values[at] ?? 0) : null),
      drill: ({ bucket }) => partDrill(part, bucket.covered, named, by),
    });
  return {
    columns: [
      make.bucket({ grain, start: ({ bucket }) => bucket.start }),
      ...trend.series.map(({ key, values }) => column({ kind: "series", key }, values)),
      ...(trend.other.members.length > 0 ? [column({ kind: "other" }, trend.other.values)] : []),
      column({ kind: "all" }, trend.totals),
      ...noteColumns(notes, rows, ({ bucket }) => bucket.covered, i18n),
      make.status(({ bucket }) => bucket.unfinished),
    ],
    rows,
    rowKey: ({ bucket }) => bucket.start,
  };
}

function bucketRows({ buckets }: Trend): Row[] {
  return buckets.map((bucket, at) => ({ bucket, at }));
}

type TrendPictureProps = {
  trend: Trend;
  grain: Grain;
  look: SeriesLook;
};

/** The chart with a text summary; picking a series or days filters the page. */
function TrendPicture({ trend, grain, look }: TrendPictureProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { selection, change, viewData } = useView();
  const [, navigate] = useLocation();
  const toggle = useToggleFilter();
  const { buckets } = trend;
  const notes = useChartNotes(buckets);
  const others = othersAddress(selection);
  const pick = (key: string) => {
    if (key === OTHER) navigate(others);
    else toggle(DIMENSIONS[selection.by].filter, key.slice(PREFIX.length) as Outcome);
  };
  const range = (first: number, last: number) => {
    const days = daysOfRange(buckets, first, last);
    if (days) change(days);
  };
  const sentences = trendSentences(trend, grain, i18n, isOfAge(viewData.resolved));
  return (
    <>
      <TrendChart
        summary={`${t("trend.title")}. ${sentences}`}
        label={t("read.chart")}
        hint={t("trends.read.hint")}
        buckets={trendBuckets(buckets, trend.totals, grain, i18n)}
        series={chartSeries(trend, look, i18n)}
        formatCount={formats.count}
        notes={notes}
        choice={{
          rangeName: (first, last) => rangeName(buckets, first, last, i18n),
          onRange: range,
          onPick: pick,
        }}
        labelOf={(key, name) =>
          key === OTHER ? (
            <Link
              href={others}
              className="plain-button"
              title={t("trends.others", { count: trend.other.members.length })}
            >
              {name}
            </Link>
          ) : (
            <SeriesMark by={selection.by} value={key.slice(PREFIX.length)} name={name} />
          )
        }
      />
      <p className="panel__note">{sentences}</p>
    </>
  );
}

const [OTHER, PREFIX] = ["other", "part "] as const;

/** Address of the view where Other can be expanded. */
function othersAddress(selection: Selection): string {
  const address = viewAddress("trends", selection);
  return `${address}${address.includes("?") ? "&" : "?"}other=1`;
}

function chartSeries({ series, other }: Trend, look: SeriesLook, { t }: I18n): ChartSeries[] {
  const parts = series.map(({ key, values }) => ({
    key: `${PREFIX}${key}`,
    name: look.nameOf(key),
    colour: look.colourOf(key),
    values,
  }));
  if (other.members.length === 0) return parts;
  const { values } = other;
  return [...parts, { key: OTHER, name: t("trend.other"), colour: marketColour(-1), values }];
}
