import type { ReactNode } from "react";
import { useChartCursor } from "#charts/chart-cursor.ts";
import { ChartInteraction } from "#charts/chart-interaction.tsx";
import type { ChartLine, ChartModel } from "#charts/chart-model.ts";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { shareScale } from "#charts/scale.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { cursorName, daysOfRange } from "#dashboard/figures/trend-buckets.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { CohortReadout, cohortRates } from "./cohort-readout.tsx";

export type CohortsChartProps = { cohorts: readonly Cohort[]; grain: Grain; summary: string };

/** Of the whole picture, in pixels. */
const HEIGHT = 252;
/** With more cohorts than this a dot for each would hide the line. */
const MAX_DOTS = 31;
const COLOURS = {
  acceptance: "var(--accent)",
  win: "var(--outcome-won)",
  open: "color-mix(in oklab, var(--outcome-open) 30%, var(--panel))",
} as const;

/** Acceptance and win rate by cohort, and behind them what is still open. One cohort at a time is read out. */
export function CohortsChart({ cohorts, grain, summary }: CohortsChartProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { change } = useView();
  const model = cohortsChartModel(cohorts, grain, i18n);
  const [cursor, setCursor] = useChartCursor(model.buckets);
  const buckets = cohorts.map(({ bucket }) => bucket);
  const range = (first: number, last: number) => {
    const days = daysOfRange(buckets, first, last);
    if (days) change({ ...days, basis: "created" });
  };
  return (
    <>
      <ul className="cohorts__legend">
        {(["acceptance", "win", "open", "unfinished"] as const).map((key) => (
          <li key={key}>
            <span className={`cohorts__key cohorts__key--${key}`} /> {t(`cohorts.key.${key}`)}
          </li>
        ))}
      </ul>
      <div className="cohorts time">
        <LazyTimeSeriesChart summary={summary} model={model} height={HEIGHT} formatTick={formats.percent} />
        <ChartInteraction
          label={t("cohorts.columns")}
          hint={t("cohorts.hint")}
          model={model}
          height={HEIGHT}
          cursor={cursor}
          onCursor={setCursor}
          nameOf={(one) => cursorName(one, buckets, grain, i18n)}
          sentenceOf={({ at }) => cohortRates(cohorts[at], i18n)}
          flag={({ at }) => (
            <>
              <p className="tooltip__title">{model.buckets[at]?.name}</p>
              <p>{cohortRates(cohorts[at], i18n)}</p>
            </>
          )}
          onRange={range}
          isClickRange
        />
      </div>
      <CohortReadout
        cohort={cohorts[cursor.at]}
        grain={grain}
        at={cursor.at}
        last={cursor.last}
        onMove={(at) => setCursor({ at, key: null, anchor: null })}
      />
      <p className="panel__note no-print">{t("cohorts.hint")}</p>
    </>
  );
}

function cohortsChartModel(cohorts: readonly Cohort[], grain: Grain, { t, formats }: I18n): ChartModel {
  const lineOf = (key: "acceptance" | "win"): ChartLine => ({
    key,
    name: t(`cohorts.key.${key}`),
    colour: COLOURS[key],
    look: "solid",
    values: cohorts.map(({ [key]: rate }) => (rate.kind === "rate" ? rate.value : null)),
    band: cohorts.map(({ [key]: rate }) => (rate.kind === "rate" ? [rate.low, rate.high] : null)),
    isOpen: cohorts.map(({ unfinished }) => unfinished !== null),
    hasDots: cohorts.length <= MAX_DOTS,
  });
  return {
    buckets: cohorts.map(({ bucket: { start } }) => ({
      key: start,
      tick: formats.tick(start, grain),
      name: formats.bucket(start, grain),
      // The lines say themselves what may still change.
      unfinished: null,
      hasBegun: true,
    })),
    kind: "lines",
    series: [],
    lines: [lineOf("acceptance"), lineOf("win")],
    columns: {
      key: "open",
      name: t("cohorts.key.open"),
      colour: COLOURS.open,
      values: cohorts.map(({ funnel }) => funnel.open / Math.max(funnel.created, 1)),
    },
    scale: shareScale(1),
  };
}
