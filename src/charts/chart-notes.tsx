import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { ChartModel, ChartNote } from "./chart-model.ts";
import { PLOT, percent, plotHeight } from "./plot.ts";
import { shareOfPlace, timeAxis } from "./time-axis.ts";
import "./chart-notes.css";

type NumberedNote = ChartNote & { number: number };

/** Numbers as in the list below the chart. */
function numbered(notes: readonly ChartNote[]): NumberedNote[] {
  return notes.map((note, at) => ({ ...note, number: at + 1 }));
}

/** Marks closer than this share of the plot go on different lines. */
const NEAR = 0.035;
const MAX_LINES = 4;

/** Marks of notes on the plot: their numbers, and the range of buckets. */
export function ChartNoteMarks({ model, height }: { model: ChartModel; height: number }): ReactNode {
  const axis = timeAxis(model);
  const byBucket = new Map<number, NumberedNote[]>();
  for (const note of numbered(model.notes ?? []))
    byBucket.set(note.first, [...(byBucket.get(note.first) ?? []), note]);
  let [line, before] = [0, Number.NEGATIVE_INFINITY];
  const marks = [...byBucket].map(([bucket, notes]) => {
    const share = shareOfPlace(bucket, axis);
    line = share - before < NEAR ? (line + 1) % MAX_LINES : 0;
    before = share;
    return { bucket, share, line, notes };
  });
  return (
    <div
      className="time__notes"
      aria-hidden="true"
      style={{ top: PLOT.top, left: PLOT.start, height: plotHeight(height) }}
    >
      {marks.map(({ bucket, share, line: place, notes }) => {
        const end = shareOfPlace(Math.max(...notes.map(({ last }) => last)), axis);
        return (
          <span
            key={bucket}
            className="time__note"
            style={{ left: percent(share), width: percent(end - share) }}
          >
            <span className="note-number" style={{ top: 2 + place * 18 }}>
              {numbersOf(notes)}
            </span>
          </span>
        );
      })}
    </div>
  );
}

function numbersOf(notes: readonly NumberedNote[]): string {
  const [first, last] = [notes[0]?.number, notes.at(-1)?.number];
  return first === last ? `${first}` : `${first}–${last}`;
}

const FIRST_NOTES = 8;

export function ChartNoteList({ notes }: { notes: readonly ChartNote[] }): ReactNode {
  const { t } = useI18n();
  if (notes.length === 0) return null;
  const all = numbered(notes);
  const rest = all.slice(FIRST_NOTES);
  return (
    <section className="chart-notes" aria-label={t("notes.title")}>
      <NoteLines notes={all.slice(0, FIRST_NOTES)} />
      {rest.length > 0 && (
        <details>
          <summary>{t("notes.more", { count: rest.length })}</summary>
          <NoteLines notes={rest} />
        </details>
      )}
    </section>
  );
}

function NoteLines({ notes }: { notes: readonly NumberedNote[] }): ReactNode {
  return (
    <ul className="chart-notes__list">
      {notes.map(({ key, number, days, text }) => (
        <li key={key}>
          <span className="note-number">{number}</span> <span className="second">{days}</span>{" "}
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Fits into a tooltip. */
const MAX_IN_TOOLTIP = 3;

/** The notes on a bucket, in its tooltip. */
export function ChartNoteFlag({ notes, at }: { notes: readonly ChartNote[]; at: number }): ReactNode {
  const those = numbered(notes).filter(({ first, last }) => first <= at && at <= last);
  if (those.length === 0) return null;
  return <NoteLines notes={those.slice(0, MAX_IN_TOOLTIP)} />;
}

/** The notes on a bucket as text; "" for none. */
export function noteTexts(notes: readonly ChartNote[], at: number): string {
  const texts = notes.filter(({ first, last }) => first <= at && at <= last).map(({ text }) => text);
  return texts.join("; ");
}
