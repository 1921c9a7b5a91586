import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Height of the head and of the line of filters in CSS pixels; the styles name them too. */
export const HEAD_PX = 72;
/** Columns are drawn anew after so many pixels sideways, and as far beyond what is in sight. */
const SIDEWAYS_PX = 120;

export type GridScroll = {
  box: RefObject<HTMLDivElement | null>;
  /** Tells how far rows have passed the top, in pixels of rows; null while nobody listens. */
  report: RefObject<((offset: number) => void) | null>;
  /** What is to be drawn sideways: more than is in sight, so that a small movement changes nothing. */
  sideways: { left: number; room: number };
  /** Room for rows, and for columns. */
  view: number;
  room: number;
  /** Looks where the box is scrolled to. */
  look: () => void;
  onScroll: () => void;
  scrollTo: (top: number) => void;
};

/** How far the box of the grid is scrolled and how large it is; `ratioOf` a view is how fast its rows pass. */
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
    // From right to left it counts below zero.
    setStep(Math.floor(Math.abs(box.current.scrollLeft) / SIDEWAYS_PX));
  };
  const scrollTo = (wanted: number) => {
    if (!box.current) return;
    box.current.scrollTop = wanted;
    look();
  };
  // Within the frame that shows the new place, so that its rows come with it.
  const onScroll = () => flushSync(look);
  const sideways = { left: (step - 1) * SIDEWAYS_PX, room: size.room + 3 * SIDEWAYS_PX };
  return { box, report, sideways, ...size, look, onScroll, scrollTo };
}
