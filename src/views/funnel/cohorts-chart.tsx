import { type KeyboardEvent, type ReactNode, useState } from "react";
import { moveCursor } from "#charts/chart-cursor.ts";
import type { ChartLine, ChartModel } from "#charts/chart-model.ts";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { PLOT, plotHeight } from "#charts/plot.ts";
import { shareScale } from "#charts/scale.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { CohortReadout } from "./cohort-readout.tsx";
import { usePeriodToggle } from "./period-mark.tsx";

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
  const [active, setActive] = useState<number | null>(null);
  const shown = active === null ? null : (cohorts[active] ?? null);
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
        <LazyTimeSeriesChart
          summary={summary}
          model={cohortsChartModel(cohorts, grain, i18n)}
          height={HEIGHT}
          formatTick={formats.percent}
        />
        <CohortColumns cohorts={cohorts} grain={grain} active={active} onActive={setActive} />
      </div>
      <CohortReadout cohort={shown} grain={grain} />
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

type CohortColumnsProps = {
  cohorts: readonly Cohort[];
  grain: Grain;
  active: number | null;
  onActive: (at: number) => void;
};

/** A strip of the plot for each cohort: one stop of the Tab key, arrows move within, Enter looks at it alone. */
function CohortColumns({ cohorts, grain, active, onActive }: CohortColumnsProps): ReactNode {
  const { t, formats } = useI18n();
  const { isChosen, toggle } = usePeriodToggle("created");
  const last = cohorts.length - 1;
  const stop = Math.min(active ?? last, last);
  // From the one that has the focus, wherever the pointer is.
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const columns: EventTarget[] = [...event.currentTarget.children];
    const cursor = { at: columns.indexOf(event.target), key: null, anchor: null };
    const next = moveCursor(cursor, event.key, false, { last, keys: [] });
    const column = columns[next.at];
    if (next === cursor || !(column instanceof HTMLElement)) return;
    event.preventDefault();
    column.focus();
  };
  return (
    <div
      className="cohorts__columns"
      role="toolbar"
      aria-label={t("cohorts.columns")}
      style={{ top: PLOT.top, left: PLOT.start, height: plotHeight(HEIGHT) }}
      onKeyDown={move}
    >
      {cohorts.map(({ bucket, acceptance, win, unfinished }, at) => (
        <button
          key={bucket.start}
          type="button"
          className="cohorts__column"
          tabIndex={at === stop ? 0 : -1}
          aria-pressed={isChosen(bucket.covered)}
          aria-label={t(unfinished ? "cohorts.column.unfinished" : "cohorts.column", {
            bucket: formats.bucket(bucket.start, grain),
            acceptance: acceptance.kind === "rate" ? formats.percent(acceptance.value) : "–",
            win: win.kind === "rate" ? formats.percent(win.value) : "–",
          })}
          onFocus={() => onActive(at)}
          onPointerEnter={() => onActive(at)}
          onClick={() => toggle(bucket.covered)}
        />
      ))}
    </div>
  );
}
