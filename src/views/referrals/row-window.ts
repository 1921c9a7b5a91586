import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Height of header and filters in CSS pixels; equal to the one in the styles. */
const HEAD_PX = 72;
/** Columns re-render after this many pixels of horizontal scrolling, with as much overscan. */
const SIDEWAYS_PX = 120;

export type GridScroll = {
  box: RefObject<HTMLDivElement | null>;
  /** Reports the row offset in pixels; null without a listener. */
  report: RefObject<((offset: number) => void) | null>;
  /** Horizontal range to render, with overscan. */
  sideways: { left: number; room: number };
  /** Visible height for rows, and width for columns. */
  view: number;
  room: number;
  /** Reads the scroll position. */
  look: () => void;
  onScroll: () => void;
  scrollTo: (top: number) => void;
};

/** Scroll position and size of the grid; `ratioOf` maps its height to the scroll ratio. */
export function useGridScroll(ratioOf: (view: number) => number): GridScroll {
  const box = useRef<HTMLDivElement>(null);
  const report = useRef<((offset: number) => void) | null>(null);
  const [step, setStep] = useState(0);
  const [size, setSize] = useState({ view: 640, room: 1200 });
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const observer = new ResizeObserver(() => {
      setSize({ view: Math.max(1, node.clientHeight - HEAD_PX), room: node.clientWidth });
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const look = () => {
    if (!box.current) return;
    report.current?.(box.current.scrollTop * ratioOf(size.view));
    // scrollLeft is negative in right-to-left text.
    setStep(Math.floor(Math.abs(box.current.scrollLeft) / SIDEWAYS_PX));
  };
  const scrollTo = (wanted: number) => {
    if (!box.current) return;
    box.current.scrollTop = wanted;
    look();
  };
  // Synchronous, so that rows are rendered in the same frame as the scrolling.
  const onScroll = () => flushSync(look);
  const sideways = { left: (step - 1) * SIDEWAYS_PX, room: size.room + 3 * SIDEWAYS_PX };
  return { box, report, sideways, ...size, look, onScroll, scrollTo };
}

/** Row height in CSS pixels; equal to the one in the styles. */
export const ROW_PX = 32;
/** Browsers limit element heights; beyond this one scrolling is scaled. */
const MAX_PX = 8_000_000;

/** Scroll height for so many rows. */
export function boxHeight(count: number): number {
  return Math.min(count * ROW_PX, MAX_PX);
}

/** Pixels of rows per pixel of scrolling, with `view` visible pixels. */
export function scrollRatio(count: number, view: number): number {
  const full = count * ROW_PX;
  return full <= MAX_PX ? 1 : (full - view) / (MAX_PX - view);
}

type Scrolled = { count: number; top: number; view: number };

/** The scroll offset that makes a row visible with the least movement. */
export function topShowing(row: number, { count, top, view }: Scrolled): number {
  const ratio = scrollRatio(count, view);
  const from = top * ratio;
  const [start, end] = [row * ROW_PX, (row + 1) * ROW_PX];
  if (start < from) return start / ratio;
  return end > from + view ? (end - view) / ratio : top;
}

/** Options of the virtualizer; the focused row is always rendered. */
export function rowOptions(count: number, focused: number | null) {
  return {
    count,
    estimateSize: () => ROW_PX,
    overscan: 5,
    initialRect: { width: 1200, height: 640 + HEAD_PX },
    rangeExtractor: (range: Range) => withFocused(defaultRangeExtractor(range), focused),
  };
}

function withFocused(indexes: number[], focused: number | null): number[] {
  if (focused === null || indexes.includes(focused)) return indexes;
  return [...indexes, focused].sort((a, b) => a - b);
}

/** The rendered rows in a container of `height`; each is positioned `shift` above its offset. */
export type RowWindow = { indexes: readonly number[]; height: number; shift: number };

/** Renders the visible rows and the focused one. */
export function useRowWindow(scroll: GridScroll, count: number, focused: number | null): RowWindow {
  // The virtualizer is mutable, so nothing read from it may be memoised.
  "use no memo";
  const { box, view, report, look } = scroll;
  const ratio = scrollRatio(count, view);
  const options = rowOptions(count, focused);
  const virtualizer = useVirtualizer({
    ...options,
    // biome-ignore lint/correctness/useExhaustiveDependencies: made of the focus alone.
    rangeExtractor: useCallback(options.rangeExtractor, [focused]),
    getScrollElement: () => box.current,
    observeElementOffset: (_, onOffset) => {
      report.current = (offset) => onOffset(offset, false);
      return () => {
        report.current = null;
      };
    },
  });
  // Another count scrolls at another pace.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` reads what is on the page.
  useLayoutEffect(look, [ratio]);
  const from = virtualizer.scrollOffset ?? 0;
  return {
    indexes: virtualizer.getVirtualIndexes(),
    height: boxHeight(count),
    shift: ratio === 1 ? 0 : Math.round(from - from / ratio),
  };
}
