import { type CSSProperties, type KeyboardEvent, type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import type { Rate } from "#referrals/rate.ts";
import { cohortLines, namedPlaces } from "./cohort-lines.ts";
import { CohortReadout } from "./cohort-readout.tsx";
import { usePeriodToggle } from "./period-mark.tsx";

export type CohortsChartProps = { cohorts: readonly Cohort[]; grain: Grain; summary: string };

const WIDTH = 1000;
const HEIGHT = 200;
/** With more cohorts than this a dot for each would hide the line. */
const MOST_DOTS = 31;
const MOST_NAMES = 6;
const LEVELS = [0, 0.25, 0.5, 0.75, 1] as const;
const RATES = ["acceptance", "win"] as const;

/** Acceptance and win rate by cohort, and behind them what is still open. One cohort at a time is read out. */
export function CohortsChart({ cohorts, grain, summary }: CohortsChartProps): ReactNode {
  const { words, formats } = useI18n();
  const [active, setActive] = useState<number | null>(null);
  const shown = active === null ? null : (cohorts[active] ?? null);
  return (
    <>
      <ul className="cohorts__legend">
        {([...RATES, "open", "unfinished"] as const).map((key) => (
          <li key={key}>
            <span className={`cohorts__key cohorts__key--${key}`} /> {words(`cohorts.key.${key}`)}
          </li>
        ))}
      </ul>
      <figure className="cohorts" aria-label={summary}>
        {LEVELS.map((level) => (
          <span
            key={level}
            className="cohorts__level"
            aria-hidden="true"
            style={{ "--y": level } as CSSProperties}
          >
            {formats.percent(level)}
          </span>
        ))}
        <div className="cohorts__plot">
          <OpenBars cohorts={cohorts} />
          {RATES.map((key) => (
            <RateLine key={key} name={key} cohorts={cohorts} />
          ))}
          <CohortColumns cohorts={cohorts} grain={grain} active={active} onActive={setActive} />
        </div>
        {namedPlaces(cohorts.length, MOST_NAMES).map((at) => (
          <span
            key={at}
            className="cohorts__tick"
            aria-hidden="true"
            style={{ "--x": (at + 0.5) / cohorts.length } as CSSProperties}
          >
            {formats.tick(cohorts[at]?.bucket.start ?? "", grain)}
          </span>
        ))}
      </figure>
      <CohortReadout cohort={shown} grain={grain} />
    </>
  );
}

function OpenBars({ cohorts }: { cohorts: readonly Cohort[] }): ReactNode {
  return (
    <div className="cohorts__columns" aria-hidden="true">
      {cohorts.map(({ bucket, funnel }) => (
        <span
          key={bucket.start}
          className="cohorts__open"
          style={{ blockSize: `${(funnel.open / Math.max(funnel.created, 1)) * 100}%` }}
        />
      ))}
    </div>
  );
}

function RateLine({ name, cohorts }: { name: "acceptance" | "win"; cohorts: readonly Cohort[] }): ReactNode {
  const rates: readonly Rate[] = cohorts.map((cohort) => cohort[name]);
  const isUnfinished = (at: number) => cohorts[at]?.unfinished !== null;
  const { solid, dashed, band, lone } = cohortLines({ rates, isUnfinished, width: WIDTH, height: HEIGHT });
  const dots = cohorts.length > MOST_DOTS ? lone : rates.keys();
  return (
    <div className={`cohorts__rate cohorts__rate--${name}`} aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="cohorts__band" d={band} />
        <path className="cohorts__line" d={solid} />
        <path className="cohorts__line cohorts__line--unfinished" d={dashed} />
      </svg>
      {[...dots].map((at) => {
        const rate = rates[at];
        if (rate === undefined || rate.kind === "absent") return null;
        const place = { "--x": (at + 0.5) / rates.length, "--y": rate.value } as CSSProperties;
        return (
          <span
            key={at}
            className={isUnfinished(at) ? "cohorts__dot cohorts__dot--unfinished" : "cohorts__dot"}
            style={place}
          />
        );
      })}
    </div>
  );
}

type CohortColumnsProps = {
  cohorts: readonly Cohort[];
  grain: Grain;
  active: number | null;
  onActive: (at: number) => void;
};

/** A strip of the plot for each cohort: one stop of the Tab key, arrows move within, Enter looks at it alone. */
function CohortColumns({ cohorts, grain, active, onActive }: CohortColumnsProps): ReactNode {
  const { words, formats } = useI18n();
  const { isChosen, toggle } = usePeriodToggle("created");
  const last = cohorts.length - 1;
  const stop = Math.min(active ?? last, last);
  // From the one that has the focus, wherever the pointer is.
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const { key, currentTarget } = event;
    const columns: EventTarget[] = [...currentTarget.children];
    const at = columns.indexOf(event.target);
    const to = placeAfter(key, at, last, currentTarget.matches(":dir(rtl)"));
    const next = to === null ? null : columns[to];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className="cohorts__columns" role="toolbar" aria-label={words("cohorts.columns")} onKeyDown={move}>
      {cohorts.map(({ bucket, acceptance, win, unfinished }, at) => (
        <button
          key={bucket.start}
          type="button"
          className="cohorts__column"
          tabIndex={at === stop ? 0 : -1}
          aria-pressed={isChosen(bucket.covered)}
          aria-label={words(unfinished ? "cohorts.column.unfinished" : "cohorts.column", {
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

function placeAfter(key: string, at: number, last: number, isRtl: boolean): number | null {
  if (key === (isRtl ? "ArrowRight" : "ArrowLeft")) return Math.max(at - 1, 0);
  if (key === (isRtl ? "ArrowLeft" : "ArrowRight")) return Math.min(at + 1, last);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}
