import { type ReactNode, useId, useState } from "react";

export type PopoverButtonProps = {
  label: string;
  /** What is chosen, on the button. */
  value: string;
  /** Without a border and an arrow, for a button beside something else. */
  isQuiet?: boolean;
  /** Made anew each time it opens. */
  content: (close: () => void) => ReactNode;
};

/** A button with a surface below it; the browser itself does focus, Escape and the click beside it. */
export function PopoverButton({ label, value, isQuiet = false, content }: PopoverButtonProps): ReactNode {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <button
        type="button"
        className={isQuiet ? "button--quiet" : "button button--menu"}
        popoverTarget={id}
        aria-label={isQuiet ? label : `${label}: ${value}`}
        title={isQuiet ? label : undefined}
      >
        {value}
      </button>
      <div
        id={id}
        popover="auto"
        className="popover"
        role="dialog"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === "open")}
      >
        {isOpen && content(close)}
      </div>
    </>
  );
}
