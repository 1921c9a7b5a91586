import type { ReactNode } from "react";
import { spreadLabels } from "#charts/label-layout.ts";
import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { DateField } from "#partner-center/fields.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { Timeline, TimelineEvent } from "#records/timeline.ts";
import { OUTCOME_OF_CLOSING_DATE, type Outcome } from "#referrals/outcome.ts";
import { betweenSentence, durationText } from "./list-cell.tsx";

type Point = Pick<TimelineEvent, "at" | "range" | "sinceBefore"> & { key: DateField | "now" };

const AXIS_X = 10;
const LABEL_X = 34;

/** All dates of a referral on an axis, earliest first; for an open one it extends to now. */
export function TimelineBar({ timeline, now }: { timeline: Timeline; now: number }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const points = pointsOf(timeline, now);
  if (points.length === 0) return <p className="second">{t("life.noDates")}</p>;
  const { height, places } = timelineAxis(points.map(({ at }) => at));
  // Where points overlap the last is on top: an archived win shows as a win.
  const drawn = points
    .map(({ key }, index) => ({ key, at: places[index]?.at }))
    .sort((a, b) => heightOf(a.key) - heightOf(b.key));
  return (
    <div className="life__line" style={{ blockSize: height }}>
      <svg className="life__axis" width={LABEL_X} height={height} aria-hidden="true">
        <line x1={AXIS_X} x2={AXIS_X} y1={places.at(0)?.at} y2={places.at(-1)?.at} className="life__stem" />
        {points.map(({ key }, index) => {
          const { at = 0, label = 0 } = places[index] ?? {};
          const way = `M${AXIS_X} ${at} L${LABEL_X - 12} ${label} H${LABEL_X}`;
          return <path key={key} d={way} className="life__leader" />;
        })}
        {drawn.map(({ key, at }) => (
          <circle
            key={key}
            cx={AXIS_X}
            cy={at}
            r={key === "archivedDate" ? 4 : 5}
            className={key === "now" ? "life__dot life__dot--now" : "life__dot"}
            style={{ fill: colourOf(key) }}
          />
        ))}
      </svg>
      <ol className="life__events">
        {points.map(({ key, at, range, sinceBefore }, index) => (
          <li key={key} style={{ insetBlockStart: places[index]?.label }}>
            <strong>{t(`life.${key}`)}</strong>
            {sinceBefore !== null && (
              <data value={sinceBefore} className="second">
                {t("life.since", {
                  time: durationText(sinceBefore, range !== null || points[index - 1]?.range != null, i18n),
                })}
              </data>
            )}
            {range ? (
              <span>{betweenSentence(range, i18n)}</span>
            ) : (
              <time dateTime={`${printInstant(at)}Z`}>{t("life.at", { time: formats.dateTime(at) })}</time>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function pointsOf({ events, outcome }: Timeline, now: number): Point[] {
  const points: Point[] = events.map(({ field, ...event }) => ({ key: field, ...event }));
  const last = points.at(-1);
  const goesOn = outcome.startsWith("open-") && last !== undefined && now >= last.at;
  return goesOn ? [...points, { key: "now", at: now, range: null, sinceBefore: now - last.at }] : points;
}

function heightOf(key: Point["key"]): number {
  if (key === "archivedDate") return 0;
  return OUTCOMES_OF_DATES[key] ? 2 : 1;
}

const OUTCOMES_OF_DATES: Partial<Record<Point["key"], Outcome>> = OUTCOME_OF_CLOSING_DATE;

function colourOf(key: Point["key"]): string {
  if (key === "now") return "var(--panel)";
  if (key === "archivedDate") return "var(--ink-3)";
  const outcome = OUTCOMES_OF_DATES[key];
  return outcome ? outcomeColour(outcome) : "var(--accent)";
}

/** Positions in CSS pixels: `at` by time, `label` moved apart to avoid overlaps. */
type TimelineAxis = { height: number; places: readonly { at: number; label: number }[] };

/** Height of a two-line label. */
const LABEL_PX = 44;
const MIN_PX = 180;

/** Positions ascending instants (ms) from the first to the last. */
export function timelineAxis(instants: readonly number[]): TimelineAxis {
  const height = Math.max(MIN_PX, instants.length * LABEL_PX);
  const [first = 0, last = 0] = [instants.at(0), instants.at(-1)];
  const [start, room] = [LABEL_PX / 2, height - LABEL_PX];
  const places = instants.map((instant) =>
    last > first ? start + ((instant - first) / (last - first)) * room : start,
  );
  const labels = spreadLabels(places, LABEL_PX, height);
  return { height, places: places.map((at, index) => ({ at, label: labels[index] ?? at })) };
}
