import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** The width of an element in pixels, on the screen and on paper; 0 until it is there. */
export function useElementWidth<T extends HTMLElement>(): { ref: RefObject<T | null>; width: number } {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Nothing is observed while the browser lays the page out on paper: what is drawn then is drawn at once.
    const paper = matchMedia("print");
    const print = () => flushSync(measure);
    paper.addEventListener("change", print);
    return () => {
      observer.disconnect();
      paper.removeEventListener("change", print);
    };
  }, []);
  return { ref, width };
}
