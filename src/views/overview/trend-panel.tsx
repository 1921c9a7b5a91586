import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { codeHead, figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { type DrillTarget, partDrill } from "#dashboard/figures/part-drill.ts";
import { hasBegun } from "#dashboard/figures/trend-buckets.ts";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { TrendResult } from "#queries/use-trend.ts";
import type { Dimension } from "#referrals/dimensions.ts";
import { type Trend, trendOf } from "#referrals/trend.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { TableModel } from "#table/column.ts";
import { panelTable } from "#table/panel-table.tsx";
import { TrendPicture, type TrendPictureProps } from "./trend-picture.tsx";

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
      tables={(value) => [panelTable(trendTable({ trend: value, grain, look }, selection.by, i18n))]}
    />
  );
}

type Row = { bucket: TrendBucket; at: number };

/** The trend in figures: a row a bucket, a column a series. */
function trendTable({ trend, grain, look }: TrendPictureProps, by: Dimension, i18n: I18n): TableModel<Row> {
  const { t } = i18n;
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
      make.status(({ bucket }) => bucket.unfinished),
    ],
    rows: bucketRows(trend),
    rowKey: ({ bucket }) => bucket.start,
  };
}

function bucketRows({ buckets }: Trend): Row[] {
  return buckets.map((bucket, at) => ({ bucket, at }));
}
