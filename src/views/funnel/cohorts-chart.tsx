import type { ReactNode } from "react";
import { type ChartLine, type ChartModel, shareScale } from "#charts/chart-model.ts";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { PeriodChart, Readout, ReadoutFigure, type ReadoutProps } from "#dashboard/figures/period-chart.tsx";
import { hasBegun } from "#dashboard/figures/trend-buckets.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { Percent } from "#ui/value.tsx";

/** `isOpen`: may still change. */
type DrawnRate = { value: number; low: number; high: number; isOpen: boolean };

/** Cohorts and their rates at one age, or today's (`age` is null). */
export type DrawnCohorts = {
  cohorts: readonly Cohort[];
  rates: readonly Readonly<Record<"acceptance" | "win", DrawnRate | null>>[];
  age: number | null;
};

type CohortsChartProps = { drawn: DrawnCohorts; grain: Grain; summary: string };

/** Of the whole chart, in pixels. */
const HEIGHT = 252;
/** With more cohorts dots would hide the line. */
const MAX_DOTS = 31;
const COLOURS = {
  acceptance: "var(--accent)",
  win: "var(--outcome-won)",
  open: "color-mix(in oklab, var(--outcome-open) 30%, var(--panel))",
} as const;

/** Acceptance and win rate by cohort, with the open referrals behind them, and details of the selected cohort. */
export function CohortsChart({ drawn, grain, summary }: CohortsChartProps): ReactNode {
  const { cohorts, age } = drawn;
  const i18n = useI18n();
  const { t, formats } = i18n;
  const model = cohortsChartModel(drawn, grain, i18n);
  return (
    <>
      <ul className="cohorts__legend">
        {(["open", "unfinished"] as const).map((key) => (
          <li key={key}>
            <span className={`cohorts__key cohorts__key--${key}`} />{" "}
            {age !== null && key === "unfinished" ? t("cohorts.younger", { age }) : t(`cohorts.key.${key}`)}
          </li>
        ))}
      </ul>
      <PeriodChart
        label={t("cohorts.columns")}
        hint={t("cohorts.hint")}
        summary={summary}
        model={model}
        height={HEIGHT}
        buckets={cohorts.map(({ bucket }) => bucket)}
        grain={grain}
        basis="created"
        formatTick={formats.percent}
        sentenceOf={({ at }) => drawnRates(drawn, at, i18n)}
        flag={({ at }) => (
          <>
            <p className="tooltip__title">{model.buckets[at]?.name}</p>
            <p>{drawnRates(drawn, at, i18n)}</p>
          </>
        )}
        isClickRange
        readout={(place) => <CohortReadout drawn={drawn} grain={grain} {...place} />}
      />
      <p className="panel__note no-print">{t("cohorts.hint")}</p>
    </>
  );
}

function cohortsChartModel({ cohorts, rates }: DrawnCohorts, grain: Grain, { t, formats }: I18n): ChartModel {
  const lineOf = (key: "acceptance" | "win"): ChartLine => ({
    key,
    name: t(`cohorts.key.${key}`),
    colour: COLOURS[key],
    look: "solid",
    values: rates.map(({ [key]: rate }) => rate?.value ?? null),
    band: rates.map(({ [key]: rate }) => rate && [rate.low, rate.high]),
    isOpen: rates.map(({ [key]: rate }) => rate?.isOpen ?? false),
    hasDots: cohorts.length <= MAX_DOTS,
  });
  return {
    buckets: cohorts.map(({ bucket, funnel }) => ({
      key: bucket.start,
      tick: formats.tick(bucket.start, grain),
      name: formats.bucket(bucket.start, grain),
      // Dashed lines show already what may change.
      unfinished: null,
      hasBegun: hasBegun(bucket, funnel.created),
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

type CohortReadoutProps = Pick<ReadoutProps, "at" | "last" | "onMove"> & {
  drawn: DrawnCohorts;
  grain: Grain;
};

/** Today's figures of the selected cohort, and its rates at the chosen age. */
function CohortReadout({ drawn, grain, ...place }: CohortReadoutProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { age } = drawn;
  const cohort = drawn.cohorts[place.at];
  const rates = drawn.rates[place.at];
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
      {age !== null &&
        (["acceptance", "win"] as const).map((key) => (
          <ReadoutFigure key={key} name={t(key === "win" ? "ages.by.won" : "ages.by.accepted", { age })}>
            <Percent value={rates?.[key]?.value ?? null} />
          </ReadoutFigure>
        ))}
      <ReadoutFigure name={t("split.open")}>
        <Figure value={funnel.open} drill={{ within, fate: "open" }} />
      </ReadoutFigure>
      <ReadoutFigure name={t("trend.status")}>{cohortStatus(cohort, i18n)}</ReadoutFigure>
    </Readout>
  );
}

function drawnRates({ rates, age }: DrawnCohorts, at: number, { t, formats }: I18n): string {
  const { acceptance = null, win = null } = rates[at] ?? {};
  const isOpen = acceptance?.isOpen || win?.isOpen;
  const said = t(isOpen && age === null ? "cohorts.read.unfinished" : "cohorts.read", {
    acceptance: acceptance ? formats.percent(acceptance.value) : "–",
    win: win ? formats.percent(win.value) : "–",
  });
  if (age === null) return said;
  return `${t("ages.days", { age })}: ${said}${isOpen ? ` (${t("ages.estimate")})` : ""}`;
}

/** Whether the rates of a cohort may still change, and why. */
export function cohortStatus({ unfinished }: Cohort, { t }: I18n): string {
  if (unfinished === null) return t("cohorts.finished");
  const { open, bucket } = unfinished;
  if (bucket === null) return t("cohorts.stillOpen", { open });
  return t("cohorts.bucket", { open, covered: bucket.coveredDays, days: bucket.days });
}
