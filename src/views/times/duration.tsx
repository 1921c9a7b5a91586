import type { ReactNode } from "react";
import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { TimeRange } from "#records/row-times.ts";
import type { Time } from "#referrals/times.ts";
import type { TimesSummary } from "#referrals/times-summary.ts";
import type { Drill } from "#selection/drill.ts";
import type { ValueColumn } from "#table/column.ts";

/** Formats a duration (ms): to the minute, or in days where only groups are available. */
export function useTimeText(): (ms: number, precision: "minute" | "day") => string {
  const { t, formats } = useI18n();
  return (ms, precision) =>
    precision === "day" ? t("times.days", { count: ms / DAY_MS }) : formats.duration(ms);
}

/** A formatted duration, with its exact milliseconds. */
export function Duration({ ms }: { ms: number }): ReactNode {
  const { formats } = useI18n();
  return (
    <data value={ms} data-unit="ms">
      {formats.duration(ms)}
    </data>
  );
}

type Quantile = "median" | "p75" | "p90";
type TimeFigureProps = {
  summary: TimesSummary;
  of: Quantile;
  time: Time;
  /** Further restriction of the referrals. */
  drill?: Drill;
};

/** A quantile, linked to the referrals it is computed from; a dash without any. */
export function TimeFigure({ summary, of, time, drill = {} }: TimeFigureProps): ReactNode {
  const say = useTimeText();
  if (summary.kind === "absent") return <span>–</span>;
  // Grouped days are coarser than record dates, so the referrals may differ.
  if (summary.precision === "day")
    return (
      <data value={summary[of]} data-unit="ms">
        {say(summary[of], "day")}
      </data>
    );
  return (
    <OpenRecords drill={{ ...drill, ...drillOfTime(time) }} count={summary.count}>
      <Duration ms={summary[of]} />
    </OpenRecords>
  );
}

/** All referrals with both dates of a duration in order. */
export function drillOfTime(time: Time): Drill {
  return { time: { time, over: null, upTo: null } };
}

/** A limit or bin edge, which is a round value: "24 h", "14 days". */
export function roundTime(ms: number, { t }: I18n): string {
  if (ms >= 2 * DAY_MS && ms % DAY_MS === 0) return t("times.days", { count: ms / DAY_MS });
  return t("times.hours", { count: ms / HOUR_MS });
}

/** A bin: "up to 1 h", "1 h – 4 h", "over 14 days". */
export function rangeText({ overMs, upToMs }: TimeRange, i18n: I18n): string {
  const { t } = i18n;
  if (upToMs === null) return t("times.over", { from: roundTime(overMs ?? 0, i18n) });
  const to = roundTime(upToMs, i18n);
  return overMs === null ? t("times.upTo", { to }) : t("times.range", { from: roundTime(overMs, i18n), to });
}

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
