import type { ReactNode } from "react";
import { Figure } from "#dashboard/figures/figure.tsx";
import { Readout } from "#dashboard/figures/readout.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Time } from "#referrals/times.ts";
import { drillOfTime, TimeFigure } from "./duration.tsx";
import type { TrendPoint } from "./times-view-model.ts";

export type TimesTrendReadoutProps = {
  trend: readonly TrendPoint[];
  grain: Grain;
  time: Time;
  at: number;
  last: number;
  onMove: (at: number) => void;
};

/** The bucket that is read: how many took this time, and their quantiles. */
export function TimesTrendReadout({
  trend,
  grain,
  time,
  at,
  last,
  onMove,
}: TimesTrendReadoutProps): ReactNode {
  const { t, formats } = useI18n();
  const point = trend[at];
  if (!point) return null;
  const { bucket, summary } = point;
  const within = bucket.covered;
  return (
    <Readout
      start={bucket.start}
      name={formats.bucket(bucket.start, grain)}
      at={at}
      last={last}
      onMove={onMove}
    >
      <div>
        <dt>{t("times.base")}</dt>
        <dd>
          <Figure
            value={summary.kind === "absent" ? 0 : summary.count}
            drill={{ within, ...drillOfTime(time) }}
          />
        </dd>
      </div>
      {(["median", "p75", "p90"] as const).map((of) => (
        <div key={of}>
          <dt>{t(`times.${of}`)}</dt>
          <dd>
            <TimeFigure summary={summary} of={of} time={time} drill={{ within }} />
          </dd>
        </div>
      ))}
    </Readout>
  );
}

/** Beside the pointer: the bucket and its quantiles. */
export function TimesTrendFlag({ point, grain }: { point: TrendPoint | undefined; grain: Grain }): ReactNode {
  const { t, formats } = useI18n();
  if (!point) return null;
  const { bucket, summary } = point;
  const { unfinished } = bucket;
  return (
    <>
      <p className="tooltip__title">
        {formats.bucket(bucket.start, grain)}
        {unfinished && (
          <span className="second">
            {" "}
            {t("trend.unfinished", { covered: unfinished.coveredDays, days: unfinished.days })}
          </span>
        )}
      </p>
      <ul>
        {(["median", "p90"] as const).map((of) => (
          <li key={of}>
            {t(`times.${of}`)}
            <span className="tooltip__count">
              {summary.kind === "times" ? formats.duration(summary[of]) : "–"}
            </span>
          </li>
        ))}
      </ul>
      <p className="second">
        {t("times.key.count", { count: summary.kind === "times" ? summary.count : 0 })}
      </p>
    </>
  );
}
