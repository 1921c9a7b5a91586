import { type ReactNode, useState } from "react";

export type PopoverProps = {
  /** For the button's `popoverTarget`. */
  id: string;
  label: string;
  className?: string;
  /** Mounted on each opening. */
  content: () => ReactNode;
};

/** A popover beside its button; focus, Escape and light dismiss are the browser's. */
export function Popover({ id, label, className = "", content }: PopoverProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      id={id}
      popover="auto"
      className={`popover ${className}`}
      role="dialog"
      aria-label={label}
      // Before showing, so that the browser positions it by its full height, and not where it was pinned last.
      onBeforeToggle={({ currentTarget, newState }) => {
        if (newState !== "open") return;
        currentTarget.style.cssText = "";
        setOpen(true);
      }}
      onToggle={({ currentTarget, newState }) => {
        if (newState === "open") pin(currentTarget);
        // After hiding: otherwise the focus would be lost.
        else setOpen(false);
      }}
    >
      {isOpen && content()}
    </div>
  );
}

/** Gap to the button and to the window's edge, and the minimum height to scroll in. In CSS pixels. */
const GAP = 4;
const EDGE = 8;
const MIN_HEIGHT = 160;

/**
 * Fixes a popover in place within the window. Anchored to its button it would follow every layout shift a frame late,
 * and a click meant for it would land outside and close it.
 */
function pin(popover: HTMLElement): void {
  const { style } = popover;
  style.cssText = "";
  const { clientWidth, clientHeight } = document.documentElement;
  const { top, bottom, left } = popover.getBoundingClientRect();
  const button = document.querySelector(`[popovertarget="${popover.id}"]`)?.getBoundingClientRect();
  const above = button ? button.top - GAP : 0;
  // Where it fits on neither side, the browser leaves it below, however little room is there.
  const isAbove = bottom <= above || (bottom > clientHeight && above > clientHeight - top);
  const room = isAbove ? above : clientHeight - top;
  // Absolute, so that it scrolls with the page.
  style.position = "absolute";
  style.positionArea = "none";
  style.positionTryFallbacks = "none";
  style.margin = "0";
  style.inset = "auto";
  style.left = `${left + scrollX}px`;
  style.top = `${(isAbove ? above : top) + scrollY}px`;
  // Above the button it grows upwards.
  if (isAbove) style.translate = "0 -100%";
  style.maxHeight = `min(${Math.max(room - EDGE, MIN_HEIGHT)}px, ${getComputedStyle(popover).maxHeight})`;
  const again = () => {
    if (!popover.matches(":popover-open")) removeEventListener("resize", again);
    else if (document.documentElement.clientWidth !== clientWidth) {
      removeEventListener("resize", again);
      pin(popover);
    }
  };
  addEventListener("resize", again);
}
