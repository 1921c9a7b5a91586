import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect } from "react";
import { type GridScroll, HEAD_PX } from "./use-grid-scroll.ts";

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
