import { useState } from "react";
import { readStored, writeStored } from "#lib/stored.ts";
import { readWidths, type Widths } from "./column-layout.ts";

const STORED = "referral-column-widths";

/** The widths of the columns as this browser keeps them: they belong to a screen, not to a link. */
export function useWidths(): [Widths, (widths: Widths) => void] {
  const [widths, setWidths] = useState(() => readWidths(readStored(STORED)));
  return [
    widths,
    (changed) => {
      setWidths(changed);
      writeStored(STORED, Object.keys(changed).length === 0 ? null : JSON.stringify(changed));
    },
  ];
}
