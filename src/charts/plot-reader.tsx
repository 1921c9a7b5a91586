import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { PLOT, placeAt, plotHeight, shareOfPlace, stretchesOf } from "./plot.ts";
import { type Readable, type Reading, rangeOf, readOn } from "./reading.ts";
import { percent } from "./trend-veils.tsx";

export type PlotReaderProps = Readable & {
  /** What is read, and with which keys. */
  label: string;
  hint: string;
  buckets: number;
  /** Of the picture, in pixels. */
  height: number;
  reading: Reading;
  onReading: (reading: Reading) => void;
  /** The series at a bucket and a height, as a share of the plot's; null for none. */
  keyAt: (at: number, height: number) => string | null;
  /** The line of a series, to be drawn out: its values, and the top of their axis; null where it has none. */
  traceOf: (key: string) => Trace | null;
  /** The bucket, or the range, that is read. */
  nameOf: (reading: Reading) => string;
  /** What it holds, in one sentence. */
  sentenceOf: (reading: Reading) => string;
  /** Beside the pointer. */
  flag: (reading: Reading) => ReactNode;
  onRange: (first: number, last: number) => void;
  onPick: (key: string) => void;
};

export type Trace = { values: readonly (number | null)[]; colour: string; top: number };

/** So far (in pixels) a pressed pointer moves before it draws a range. */
const DRAG = 5;

/** The layer above a chart over time where pointer and keyboard read it, choose a range of it and pick a series. */
export function PlotReader(props: PlotReaderProps): ReactNode {
  const { label, hint, buckets, last, reading, onReading, onRange, onPick, nameOf, sentenceOf } = props;
  const [isRead, setRead] = useState(false);
  const [spoken, setSpoken] = useState("");
  const pressed = useRef<{ x: number; at: number; isTouch: boolean } | null>(null);

  const readingUnder = (event: PointerEvent<HTMLElement>): Reading => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const at = placeAt((event.clientX - left) / width, buckets, last);
    return { at, key: props.keyAt(at, 1 - (event.clientY - top) / height), anchor: null };
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const next = readingUnder(event);
    pressed.current = { x: event.clientX, at: next.at, isTouch: event.pointerType === "touch" };
    event.currentTarget.setPointerCapture(event.pointerId);
    onReading(next);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const next = readingUnder(event);
    const start = pressed.current;
    const isDrag = start && (reading.anchor !== null || Math.abs(event.clientX - start.x) > DRAG);
    setRead(true);
    onReading(isDrag ? { ...next, key: null, anchor: start.at } : next);
  };
  const release = () => {
    const start = pressed.current;
    pressed.current = null;
    const range = rangeOf(reading);
    if (start && range) {
      onReading({ ...reading, anchor: null });
      onRange(range.first, range.last);
    } else if (start && !start.isTouch && reading.key !== null) onPick(reading.key);
  };
  const drop = () => {
    pressed.current = null;
    onReading({ ...reading, key: null, anchor: null });
  };
  const enter = () => {
    const range = rangeOf(reading);
    if (range) onRange(range.first, range.last);
    else if (reading.key !== null) onPick(reading.key);
    else onRange(reading.at, reading.at);
    onReading({ ...reading, anchor: null });
  };
  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") return enter();
    const next = readOn(reading, event.key, event.shiftKey, props);
    if (event.key === "Escape") pressed.current = null;
    else if (next === reading) return;
    event.preventDefault();
    onReading(next);
    setSpoken(sentenceOf(next));
  };

  return (
    <>
      <div
        className="time__reader"
        role="slider"
        aria-label={label}
        aria-description={hint}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={reading.at}
        aria-valuetext={nameOf(reading)}
        tabIndex={0}
        style={{ top: PLOT.top, left: PLOT.start, height: plotHeight(props.height) }}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={drop}
        onPointerLeave={() => setRead(false)}
        onKeyDown={type}
        onFocus={() => setRead(true)}
        onBlur={() => setRead(false)}
      >
        <Marks {...props} isRead={isRead} />
      </div>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}

/** The line at the bucket that is read, its words, and the range. */
function Marks({
  reading,
  buckets,
  flag,
  nameOf,
  traceOf,
  isRead,
}: PlotReaderProps & { isRead: boolean }): ReactNode {
  const range = rangeOf(reading);
  const share = shareOfPlace(reading.at, buckets);
  const isLate = share > 0.5;
  const trace = reading.key === null ? null : traceOf(reading.key);
  return (
    <>
      {trace && isRead && <TraceLine {...trace} buckets={buckets} />}
      {range && <Range {...range} buckets={buckets} name={nameOf(reading)} />}
      <span
        className={isRead ? "time__line" : "time__line time__line--faint"}
        style={{ left: percent(share) }}
      />
      {isRead && !range && (
        <div
          className={isLate ? "tooltip time__flag time__flag--late" : "tooltip time__flag"}
          style={{ left: percent(share) }}
        >
          {flag(reading)}
        </div>
      )}
    </>
  );
}

/** One line of many, above the others. */
function TraceLine({ values, colour, top, buckets }: Trace & { buckets: number }): ReactNode {
  return (
    <svg className="time__trace" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {stretchesOf(values, buckets, top).map((points) => (
        <polyline key={points} points={points} stroke={colour} />
      ))}
    </svg>
  );
}

type RangeProps = { first: number; last: number; buckets: number; name: string };

function Range({ first, last, buckets, name }: RangeProps): ReactNode {
  const [from, to] = [shareOfPlace(first, buckets), shareOfPlace(last, buckets)];
  return (
    <>
      <span className="time__range" style={{ left: percent(from), width: percent(to - from) }} />
      <span className="tooltip time__range-name" style={{ left: percent((from + to) / 2) }}>
        {name}
      </span>
    </>
  );
}
