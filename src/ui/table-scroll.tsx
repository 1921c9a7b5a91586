import type { ReactNode } from "react";

/** Room in which a wide table scrolls sideways; without a control in it the keyboard needs the room itself. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
