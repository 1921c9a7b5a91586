import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is put on paper just now. What is drawn then is there before the browser lays out the paper. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const set = (next: boolean) => flushSync(() => setPrinting(next));
    const paper = matchMedia("print");
    const follow = () => set(paper.matches);
    const [begin, end] = [() => set(true), () => set(false)];
    paper.addEventListener("change", follow);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      paper.removeEventListener("change", follow);
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
