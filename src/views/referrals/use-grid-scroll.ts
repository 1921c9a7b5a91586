import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Height of header and filters in CSS pixels; equal to the one in the styles. */
export const HEAD_PX = 72;
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
