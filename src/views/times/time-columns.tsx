import type { ReactNode } from "react";
import type { I18n } from "#i18n/i18n.tsx";
import type { Time } from "#referrals/times.ts";
import type { TimesSummary } from "#referrals/times-summary.ts";
import type { Drill } from "#selection/drill.ts";
import type { ValueColumn } from "#table/column.ts";
import { type Quantile, TimeFigure } from "./duration.tsx";

type Source<Row> = {
  summary: (row: Row) => TimesSummary;
  time: (row: Row) => Time;
  /** Further restriction of the referrals. */
  drill?: (row: Row) => Drill;
};

export function quantileColumn<Row>(
  of: Quantile,
  { summary, time, drill = () => ({}) }: Source<Row>,
  { t }: I18n,
): ValueColumn<Row> {
  return {
    id: of,
    header: t(`times.${of}`),
    className: `times__${of}`,
    kind: "duration",
    value: (row) => quantileOf(summary(row), of),
    cell: (row): ReactNode => (
      <TimeFigure summary={summary(row)} of={of} time={time(row)} drill={drill(row)} />
    ),
  };
}

function quantileOf(summary: TimesSummary, of: Quantile): number | null {
  return summary.kind === "absent" ? null : summary[of];
}

export function countOf(summary: TimesSummary): number {
  return summary.kind === "absent" ? 0 : summary.count;
}
