import type { Annotation } from "#dashboard/annotations/annotations.ts";
import { noteColumns } from "#dashboard/annotations/note-columns.ts";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Time } from "#referrals/times.ts";
import type { TableModel } from "#table/column.ts";
import { countOf, drillOfTime, quantileColumn } from "./duration.tsx";
import type { TrendPoint } from "./times-view-model.ts";

export type TimesTrendTableProps = {
  trend: readonly TrendPoint[];
  grain: Grain;
  time: Time;
  notes: readonly Annotation[];
};

export function timesTrendTable(
  { trend, grain, time, notes }: TimesTrendTableProps,
  i18n: I18n,
): TableModel<TrendPoint> {
  const make = figureColumns<TrendPoint>(i18n);
  const within = ({ bucket }: TrendPoint) => ({ within: bucket.covered });
  const source = { summary: ({ summary }: TrendPoint) => summary, time: () => time, drill: within };
  return {
    columns: [
      make.bucket({ grain, start: ({ bucket }) => bucket.start }),
      make.count({
        id: "base",
        header: i18n.t("times.base"),
        value: ({ summary }) => countOf(summary),
        drill: (point) => ({ ...within(point), ...drillOfTime(time) }),
      }),
      quantileColumn("median", source, i18n),
      quantileColumn("p90", source, i18n),
      ...noteColumns(notes, trend, ({ bucket }) => bucket.covered, i18n),
      make.status(({ bucket }) => bucket.unfinished),
    ],
    rows: trend,
    rowKey: ({ bucket }) => bucket.start,
  };
}
