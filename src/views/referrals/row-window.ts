/** Height of a row in CSS pixels; the styles name it too. */
export const ROW_PX = 32;
/** Browsers do not draw boxes of any height; beyond this one the bar scrolls faster than the rows. */
const MAX_PX = 8_000_000;
/** Rows that are drawn above and below those in sight. */
const BESIDE = 5;

/** Which rows are drawn, from `first` to before `end`, in a box of `height`; a row stands at its place minus `shift`. */
export type RowWindow = { first: number; end: number; height: number; shift: number };

type Scrolled = { count: number; top: number; view: number };

/** How many pixels of rows pass for one pixel of scrolling. */
function ratioOf({ count, view }: Omit<Scrolled, "top">): number {
  const full = count * ROW_PX;
  return full <= MAX_PX ? 1 : (full - view) / (MAX_PX - view);
}

/** The rows to draw for a list of `count` rows that is scrolled to `top` and shows `view` pixels. */
export function rowWindow({ count, top, view }: Scrolled): RowWindow {
  const ratio = ratioOf({ count, view });
  const from = Math.max(0, top) * ratio;
  const firstInSight = Math.floor(from / ROW_PX);
  return {
    first: Math.max(0, Math.min(count, firstInSight) - BESIDE),
    end: Math.min(count, firstInSight + Math.ceil(view / ROW_PX) + 1 + BESIDE),
    height: Math.min(count * ROW_PX, MAX_PX),
    shift: ratio === 1 ? 0 : Math.round(from - top),
  };
}

/** Where to scroll so that a row is in sight: as little as possible. */
export function topShowing(row: number, { count, top, view }: Scrolled): number {
  const ratio = ratioOf({ count, view });
  const from = top * ratio;
  const [start, end] = [row * ROW_PX, (row + 1) * ROW_PX];
  if (start < from) return start / ratio;
  return end > from + view ? (end - view) / ratio : top;
}

/** The rows to draw in order: those of the window, and the one that has the focus, which must not vanish. */
export function drawnRows({ first, end }: RowWindow, focused: number | null): number[] {
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (focused === null || (focused >= first && focused < end)) return rows;
  return focused < first ? [focused, ...rows] : [...rows, focused];
}
