import type { ReactNode } from "react";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { Readout, ReadoutFigure, type ReadoutProps } from "#dashboard/figures/readout.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";

type CohortReadoutProps = Pick<ReadoutProps, "at" | "last" | "onMove"> & {
  cohort: Cohort | undefined;
  grain: Grain;
};

/** What is known of the cohort that is read. */
export function CohortReadout({ cohort, grain, ...place }: CohortReadoutProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  if (!cohort) return null;
  const { bucket, funnel, acceptance, win } = cohort;
  const within = bucket.covered;
  return (
    <Readout start={bucket.start} name={formats.bucket(bucket.start, grain)} {...place}>
      <ReadoutFigure name={t("stage.created")}>
        <Figure value={funnel.created} drill={{ within }} />
      </ReadoutFigure>
      <ReadoutFigure name={t("split.acceptance")}>
        <RateFigure rate={acceptance} drill={{ within, reached: "accepted" }} />
      </ReadoutFigure>
      <ReadoutFigure name={t("split.win")}>
        <RateFigure rate={win} drill={{ within, outcomes: ["won"] }} />
      </ReadoutFigure>
      <ReadoutFigure name={t("split.open")}>
        <Figure value={funnel.open} drill={{ within, fate: "open" }} />
      </ReadoutFigure>
      <ReadoutFigure name={t("trend.status")}>{cohortStatus(cohort, i18n)}</ReadoutFigure>
    </Readout>
  );
}

/** The rates of a cohort in one line. */
export function cohortRates(cohort: Cohort | undefined, { t, formats }: I18n): string {
  if (!cohort) return "";
  const { acceptance, win, unfinished } = cohort;
  return t(unfinished ? "cohorts.read.unfinished" : "cohorts.read", {
    acceptance: acceptance.kind === "rate" ? formats.percent(acceptance.value) : "–",
    win: win.kind === "rate" ? formats.percent(win.value) : "–",
  });
}

/** Whether the rates of a cohort may still change, and why. */
export function cohortStatus({ unfinished }: Cohort, { t }: I18n): string {
  if (unfinished === null) return t("cohorts.finished");
  const { open, bucket } = unfinished;
  if (bucket === null) return t("cohorts.stillOpen", { open });
  return t("cohorts.bucket", { open, covered: bucket.coveredDays, days: bucket.days });
}
