import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Time } from "#referrals/times.ts";
import type { TableModel } from "#table/column.ts";
import { drillOfTime } from "./duration.tsx";
import { countOf, quantileColumn } from "./time-columns.tsx";
import type { CoursePoint } from "./times-view-model.ts";

export type CourseTableProps = { course: readonly CoursePoint[]; grain: Grain; time: Time };

/** The buckets as rows. */
export function courseTable({ course, grain, time }: CourseTableProps, i18n: I18n): TableModel<CoursePoint> {
  const make = figureColumns<CoursePoint>(i18n);
  const within = ({ bucket }: CoursePoint) => ({ within: bucket.covered });
  const source = { summary: ({ summary }: CoursePoint) => summary, time: () => time, drill: within };
  return {
    columns: [
      make.bucket({ grain, start: ({ bucket }) => bucket.start }),
      make.count({
        id: "base",
        header: i18n.words("times.base"),
        value: ({ summary }) => countOf(summary),
        drill: (point) => ({ ...within(point), ...drillOfTime(time) }),
      }),
      quantileColumn("median", source, i18n),
      quantileColumn("p90", source, i18n),
      make.status(({ bucket }) => bucket.unfinished),
    ],
    rows: course,
    rowKey: ({ bucket }) => bucket.start,
  };
}
