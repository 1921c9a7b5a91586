import { type ReactNode, useId, useState } from "react";

export type PopoverButtonProps = {
  label: string;
  /** What is chosen, on the button. */
  value: string;
  /** Made anew each time it opens. */
  content: (close: () => void) => ReactNode;
};

/** A button with a surface below it; the browser itself does focus, Escape and the click beside it. */
export function PopoverButton({ label, value, content }: PopoverButtonProps): ReactNode {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <button
        type="button"
        className="button button--menu"
        popoverTarget={id}
        aria-label={`${label}: ${value}`}
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
