import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { type ChartCursor, cursorRange, moveCursor } from "./chart-cursor.ts";
import type { ChartModel } from "./chart-model.ts";
import { ChartNoteFlag, noteTexts } from "./chart-notes.tsx";
import { lineAt, PLOT, percent, plotHeight, stackedAt, stretchesOf } from "./plot.ts";
import { placeAt, shareOfPlace, type TimeAxis, timeAxis } from "./time-axis.ts";

export type ChartInteractionProps = {
  /** Accessible name, including the keys to use. */
  label: string;
  hint: string;
  model: ChartModel;
  /** Of the whole chart, in pixels. */
  height: number;
  cursor: ChartCursor & { last: number };
  onCursor: (cursor: ChartCursor) => void;
  /** Name of the bucket or range under the cursor. */
  nameOf: (cursor: ChartCursor) => string;
  /** Screen-reader sentence for the cursor. */
  sentenceOf: (cursor: ChartCursor) => string;
  /** Tooltip content. */
  flag: (cursor: ChartCursor) => ReactNode;
  /** A bucket or range was chosen; without it ranges are off. */
  onRange?: ((first: number, last: number) => void) | undefined;
  /** A click chooses the bucket, like Enter. */
  isClickRange?: boolean;
  /** A series was chosen, by its key; without it series cannot be picked. */
  onPick?: ((key: string) => void) | undefined;
};

/** Pixels a pressed pointer must move to start a range. */
const DRAG = 5;

/** Hit distance of a line, in pixels. */
const REACH = 12;

/** Layer above a chart over time that handles pointer and keyboard: cursor, ranges, picking a series. */
export function ChartInteraction(props: ChartInteractionProps): ReactNode {
  const { label, hint, model, height, cursor, nameOf, sentenceOf } = props;
  const [isRead, setRead] = useState(false);
  const { isTold, silence, ...handlers } = useCursorEvents(props, () => setRead(true));
  return (
    <>
      <div
        className="time__reader"
        role="slider"
        aria-label={label}
        aria-description={hint}
        aria-valuemin={0}
        aria-valuemax={cursor.last}
        aria-valuenow={cursor.at}
        aria-valuetext={nameOf(cursor)}
        tabIndex={0}
        style={{ top: PLOT.top, left: PLOT.start, height: plotHeight(height) }}
        {...handlers}
        onPointerLeave={() => setRead(false)}
        onFocus={() => setRead(true)}
        onBlur={() => {
          setRead(false);
          silence();
        }}
      >
        <CursorMarks {...props} isRead={isRead} />
      </div>
      <p className="visually-hidden" role="status">
        {isTold && [sentenceOf(cursor), noteTexts(model.notes ?? [], cursor.at)].filter(Boolean).join(" ")}
      </p>
    </>
  );
}

/** Event handlers of pointer and keys, and whether the place of the cursor is announced. */
function useCursorEvents(props: ChartInteractionProps, onMove: () => void) {
  const { model, height, cursor, onRange, onPick } = props;
  // What is told follows the figures: they may change while the cursor rests.
  const [isTold, setTold] = useState(false);
  const pressed = useRef<{ x: number; at: number; isTouch: boolean } | null>(null);
  const onCursor = (next: ChartCursor) => props.onCursor(onRange ? next : { ...next, anchor: null });
  const cursorUnder = (event: PointerEvent<HTMLElement>): ChartCursor => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = placeAt((event.clientX - box.left) / box.width, timeAxis(model), cursor.last);
    const value = (1 - (event.clientY - box.top) / box.height) * model.scale.top;
    return { at, key: onPick ? seriesAt(model, at, value, plotHeight(height)) : null, anchor: null };
  };
  const enter = () => {
    const range = cursorRange(cursor);
    onCursor({ ...cursor, anchor: null });
    if (range) onRange?.(range.first, range.last);
    else if (cursor.key !== null) onPick?.(cursor.key);
    else onRange?.(cursor.at, cursor.at);
  };
  return {
    isTold,
    silence: () => setTold(false),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const next = cursorUnder(event);
      pressed.current = { x: event.clientX, at: next.at, isTouch: event.pointerType === "touch" };
      event.currentTarget.setPointerCapture(event.pointerId);
      onCursor(next);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const next = cursorUnder(event);
      const start = pressed.current;
      const isDrag = start && (cursor.anchor !== null || Math.abs(event.clientX - start.x) > DRAG);
      onMove();
      setTold(false);
      onCursor(isDrag ? { ...next, key: null, anchor: start.at } : next);
    },
    onPointerUp: () => {
      const start = pressed.current;
      pressed.current = null;
      if (!start) return;
      if (cursorRange(cursor) || (!start.isTouch && (cursor.key !== null || props.isClickRange))) enter();
    },
    onPointerCancel: () => {
      pressed.current = null;
      onCursor({ ...cursor, key: null, anchor: null });
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter") return enter();
      const keys = onPick ? model.series.map(({ key }) => key) : [];
      const next = moveCursor(cursor, event.key, event.shiftKey, { last: cursor.last, keys });
      if (event.key === "Escape") pressed.current = null;
      else if (next === cursor) return;
      event.preventDefault();
      onCursor(next);
      setTold(true);
    },
  };
}

/** The series under the pointer, at a bucket and a value; `height` is that of the plot in pixels. */
function seriesAt(
  { kind, series, scale }: ChartModel,
  at: number,
  value: number,
  height: number,
): string | null {
  return kind === "stack"
    ? stackedAt(series, at, value)
    : lineAt(series, at, value, (REACH / height) * scale.top);
}

/** The cursor line, its tooltip and the range. */
function CursorMarks(props: ChartInteractionProps & { isRead: boolean }): ReactNode {
  const { cursor, model, flag, nameOf, isRead } = props;
  const axis = timeAxis(model);
  const range = cursorRange(cursor);
  const share = shareOfPlace(cursor.at, axis);
  const isLate = share > 0.5;
  return (
    <>
      {isRead && cursor.key !== null && <TraceLine model={model} cursor={cursor} />}
      {range && <Range {...range} axis={axis} name={nameOf(cursor)} />}
      <span
        className={isRead ? "time__line" : "time__line time__line--faint"}
        style={{ left: percent(share) }}
      />
      {isRead && !range && (
        <div
          className={isLate ? "tooltip time__flag time__flag--late" : "tooltip time__flag"}
          style={{ left: percent(share) }}
        >
          {flag(cursor)}
          {model.notes && <ChartNoteFlag notes={model.notes} at={cursor.at} />}
        </div>
      )}
    </>
  );
}

/** Highlights the line under the cursor; stacks need no highlight. */
function TraceLine({ model, cursor }: Pick<ChartInteractionProps, "model" | "cursor">): ReactNode {
  const series = model.series.find(({ key }) => key === cursor.key);
  if (!series || model.kind === "stack") return null;
  const values = series.values.slice(0, cursor.last + 1);
  return (
    <svg className="time__trace" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {stretchesOf(values, timeAxis(model), model.scale.top).map((points) => (
        <polyline key={points} points={points} stroke={series.colour} />
      ))}
    </svg>
  );
}

type RangeProps = { first: number; last: number; axis: TimeAxis; name: string };

function Range({ first, last, axis, name }: RangeProps): ReactNode {
  const [from, to] = [shareOfPlace(first, axis), shareOfPlace(last, axis)];
  return (
    <>
      <span className="time__range" style={{ left: percent(from), width: percent(to - from) }} />
      <span className="tooltip time__range-name" style={{ left: percent((from + to) / 2) }}>
        {name}
      </span>
    </>
  );
}
