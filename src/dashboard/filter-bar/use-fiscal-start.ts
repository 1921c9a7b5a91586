import { useState } from "react";
import { readStored, writeStored } from "#lib/stored.ts";

const STORED = "fiscal-year-start";
/** July, as Microsoft's own year. */
const USUAL = 7;

/** The month in which the reader's fiscal year begins, from 1; kept in this browser. */
export function useFiscalStart(): [number, (month: number) => void] {
  const [month, setMonth] = useState(() => monthOf(readStored(STORED)));
  return [
    month,
    (chosen) => {
      setMonth(chosen);
      writeStored(STORED, String(chosen));
    },
  ];
}

function monthOf(text: string | null): number {
  const month = Number(text);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : USUAL;
}
