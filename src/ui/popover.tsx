import { type ReactNode, useState } from "react";

export type PopoverProps = {
  /** What its button names as `popoverTarget`. */
  id: string;
  label: string;
  className?: string;
  /** Made anew each time it opens. */
  content: () => ReactNode;
};

/** A surface beside its button; the browser itself does focus, Escape and the click outside. */
export function Popover({ id, label, className = "", content }: PopoverProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      id={id}
      popover="auto"
      className={`popover ${className}`}
      role="dialog"
      aria-label={label}
      // Before it is shown, so that the browser places it by its whole height.
      onBeforeToggle={(event) => event.newState === "open" && setOpen(true)}
      onToggle={({ currentTarget, newState }) => {
        if (newState === "open") pin(currentTarget);
        // Not before it is hidden: the focus would be lost with what holds it.
        else setOpen(false);
      }}
    >
      {isOpen && content()}
    </div>
  );
}

/** Between a popover and its button, and the edge of the window; the least height worth scrolling in. In CSS pixels. */
const GAP = 4;
const EDGE = 8;
const MIN_HEIGHT = 160;

/**
 * Keeps a popover where the browser has put it, and within the window. Tied to its button it would follow every shift
 * of the page, a frame late, and a press meant for it would land outside and close it.
 */
function pin(popover: HTMLElement): void {
  const { style } = popover;
  style.cssText = "";
  const { clientWidth, clientHeight } = document.documentElement;
  const { top, bottom, left } = popover.getBoundingClientRect();
  const button = document.querySelector(`[popovertarget="${popover.id}"]`)?.getBoundingClientRect();
  const above = button ? button.top - GAP : 0;
  // Where it fits on neither side the browser leaves it below, even where there is next to no room.
  const isAbove = bottom <= above || (bottom > clientHeight && above > clientHeight - top);
  const room = isAbove ? above : clientHeight - top;
  // Absolute, so that it still scrolls with the page.
  style.position = "absolute";
  style.positionArea = "none";
  style.positionTryFallbacks = "none";
  style.margin = "0";
  style.inset = "auto";
  style.left = `${left + scrollX}px`;
  style.top = `${(isAbove ? above : top) + scrollY}px`;
  // What is above grows upwards.
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
