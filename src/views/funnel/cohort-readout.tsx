import type { ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { Bucket } from "#ui/value.tsx";

/** What is known of the cohort that is pointed at; how to point at one while none is. */
export function CohortReadout({ cohort, grain }: { cohort: Cohort | null; grain: Grain }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  if (cohort === null) return <p className="cohorts__readout second no-print">{t("cohorts.hint")}</p>;
  const { bucket, funnel, acceptance, win } = cohort;
  const within = bucket.covered;
  return (
    <p className="cohorts__readout">
      <strong>
        <Bucket start={bucket.start} name={formats.bucket(bucket.start, grain)} />
      </strong>
      <span>
        {t("stage.created")} <Figure value={funnel.created} drill={{ within }} />
      </span>
      <span>
        {t("split.acceptance")} <RateFigure rate={acceptance} drill={{ within, reached: "accepted" }} />
      </span>
      <span>
        {t("split.win")} <RateFigure rate={win} drill={{ within, outcomes: ["won"] }} />
      </span>
      <span>
        {t("split.open")} <Figure value={funnel.open} drill={{ within, fate: "open" }} />
      </span>
      <span className="second">{cohortStatus(cohort, i18n)}</span>
    </p>
  );
}

/** Whether the rates of a cohort may still change, and why. */
export function cohortStatus({ unfinished }: Cohort, { t }: I18n): string {
  if (unfinished === null) return t("cohorts.finished");
  const { open, bucket } = unfinished;
  if (bucket === null) return t("cohorts.stillOpen", { open });
  return t("cohorts.bucket", { open, covered: bucket.coveredDays, days: bucket.days });
}
