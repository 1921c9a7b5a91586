import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect } from "react";
import { type GridScroll, HEAD_PX } from "./use-grid-scroll.ts";

/** Height of a row in CSS pixels; the styles name it too. */
export const ROW_PX = 32;
/** Browsers do not draw boxes of any height; beyond this one the bar scrolls faster than the rows. */
const MAX_PX = 8_000_000;

/** The height of the box of so many rows. */
export function boxHeight(count: number): number {
  return Math.min(count * ROW_PX, MAX_PX);
}

/** How many pixels of rows pass for one pixel of scrolling, in a box that shows `view` pixels of rows. */
export function scrollRatio(count: number, view: number): number {
  const full = count * ROW_PX;
  return full <= MAX_PX ? 1 : (full - view) / (MAX_PX - view);
}

type Scrolled = { count: number; top: number; view: number };

/** Where to scroll so that a row is in sight: as little as possible. */
export function topShowing(row: number, { count, top, view }: Scrolled): number {
  const ratio = scrollRatio(count, view);
  const from = top * ratio;
  const [start, end] = [row * ROW_PX, (row + 1) * ROW_PX];
  if (start < from) return start / ratio;
  return end > from + view ? (end - view) / ratio : top;
}

/** What the virtualizer needs to know of the rows; the one with the focus is drawn wherever it is. */
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

/** The rows that are drawn, in a box of `height`; each stands at its place minus `shift`. */
export type RowWindow = { indexes: readonly number[]; height: number; shift: number };

/** Draws the rows in sight, and the one with the focus. */
export function useRowWindow(scroll: GridScroll, count: number, focused: number | null): RowWindow {
  // The virtualizer stays the same object while it changes: nothing that it says may be kept.
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
