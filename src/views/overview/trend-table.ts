import { hasBegun } from "#dashboard/figures/bucket-status.ts";
import { codeHead } from "#dashboard/figures/code-head.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { type DrillPart, partDrill } from "#dashboard/figures/part-drill.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { Dimension } from "#referrals/dimensions.ts";
import type { Trend } from "#referrals/trend.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { TableModel } from "#table/column.ts";
import type { TrendPictureProps } from "./trend-picture.tsx";

type Row = { bucket: TrendBucket; at: number };

/** The trend in figures: a row a bucket, a column a series. */
export function trendTable(
  { trend, grain, look }: TrendPictureProps,
  by: Dimension,
  i18n: I18n,
): TableModel<Row> {
  const { t } = i18n;
  const make = figureColumns<Row>(i18n);
  const named = trend.series.map(({ key }) => key);
  const column = (part: DrillPart, values: readonly number[]) =>
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
