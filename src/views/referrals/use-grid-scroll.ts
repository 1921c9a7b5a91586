import { type RefObject, useEffect, useRef, useState } from "react";
import { ROW_PX } from "./row-window.ts";

/** Height of the head and of the line of filters in CSS pixels; the styles name them too. */
export const HEAD_PX = 72;

export type GridScroll = {
  box: RefObject<HTMLDivElement | null>;
  /** How far it is scrolled, to the row. */
  top: number;
  /** Room for rows, and for columns. */
  view: number;
  room: number;
  onScroll: () => void;
  scrollTo: (top: number) => void;
};

/** How far the box of the grid is scrolled and how large it is. */
export function useGridScroll(): GridScroll {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [size, setSize] = useState({ view: 640, room: 1200 });
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const observer = new ResizeObserver(() => {
      setSize({ view: Math.max(ROW_PX, node.clientHeight - HEAD_PX), room: node.clientWidth });
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    // To the row: a smaller movement changes nothing that is drawn.
    if (box.current) setTop(Math.floor(box.current.scrollTop / ROW_PX) * ROW_PX);
  };
  const scrollTo = (wanted: number) => {
    if (!box.current) return;
    box.current.scrollTop = wanted;
    onScroll();
  };
  return { box, top, ...size, onScroll, scrollTo };
}
