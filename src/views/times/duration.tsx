import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Time, TimesSummary } from "#referrals/times.ts";
import type { Drill } from "#selection/drill.ts";
import { OpenRecords } from "../common/figure.tsx";

/** A length of time as people read it, with the exact milliseconds. */
export function Duration({ ms }: { ms: number }): ReactNode {
  const { formats } = useI18n();
  return <data value={ms}>{formats.duration(ms)}</data>;
}

export type Quantile = "median" | "p75" | "p90";
export type TimeFigureProps = {
  summary: TimesSummary;
  of: Quantile;
  time: Time;
  /** What else the referrals behind it have in common. */
  drill?: Drill;
};

/** A quantile of a time; it opens the referrals that it was found among. A dash where there is none. */
export function TimeFigure({ summary, of, time, drill = {} }: TimeFigureProps): ReactNode {
  if (summary.kind === "absent") return <span>–</span>;
  // Days of groups are coarser than dates of records: other referrals may be behind them.
  if (summary.precision === "day") return <Duration ms={summary[of]} />;
  return (
    <OpenRecords drill={{ ...drill, ...drillOfTime(time) }}>
      <Duration ms={summary[of]} />
    </OpenRecords>
  );
}

/** All referrals that have both dates of a time in order. */
export function drillOfTime(time: Time): Drill {
  return { time: { time, over: null, upTo: null } };
}
