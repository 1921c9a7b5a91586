import { type RefObject, useEffect, useRef } from "react";

const CONTROLS = "select, input, button, [role=spinbutton]";

/**
 * When `key` changes: focuses the first control of an element if what had the focus is gone, or if `moves`. Browsers
 * would begin at the top of the page again.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, key: string, moves = false): void {
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (moves || isLost) place.current?.querySelector<HTMLElement>(CONTROLS)?.focus();
  }, [place, key, moves]);
}
