import { type ReactNode, useId } from "react";
import { Popover } from "./popover.tsx";

export type PopoverButtonProps = {
  label: string;
  /** The current choice, shown on the button. */
  value: string;
  /** Replaces the value where there is little room. */
  sign?: string;
  /** No border or arrow, for a button beside something else. */
  isQuiet?: boolean;
  /** Shown instead of the value of a quiet button. */
  icon?: ReactNode;
  /** Why it is locked; shown instead of opening the popover. */
  locked?: string | undefined;
  /** Mounted on each opening. */
  content: (close: () => void) => ReactNode;
};

export function PopoverButton({
  label,
  value,
  sign,
  isQuiet = false,
  icon,
  locked,
  content,
}: PopoverButtonProps): ReactNode {
  const id = useId();
  if (locked !== undefined) return <LockedValue label={label} value={value} reason={locked} />;
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <button
        type="button"
        className={isQuiet ? "button--quiet" : "button button--menu"}
        popoverTarget={id}
        aria-label={isQuiet || label === value ? label : `${label}: ${value}`}
        title={isQuiet || sign ? label : undefined}
      >
        {icon ?? (sign === undefined ? value : <SignedValue sign={sign} value={value} />)}
      </button>
      <Popover id={id} label={label} content={() => content(close)} />
    </>
  );
}

function SignedValue({ sign, value }: { sign: string; value: string }): ReactNode {
  return (
    <>
      <span className="button__sign" aria-hidden="true">
        {sign}
      </span>
      <span className="button__value">{value}</span>
    </>
  );
}

export type LockedValueProps = { label: string; value: string; reason: string };

/** A choice that cannot be changed here. */
export function LockedValue({ label, value, reason }: LockedValueProps): ReactNode {
  return (
    <span className="locked" title={reason}>
      <span className="visually-hidden">{`${label}: `}</span>
      {value}
      <span className="visually-hidden">{` (${reason})`}</span>
    </span>
  );
}
