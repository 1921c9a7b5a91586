import { useState } from "react";
import { isSame } from "#lib/is-same.ts";

/** A value of plain data that stays the same object as long as it says the same. */
export function useSame<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (isSame(kept, value)) return kept;
  keep(value);
  return value;
}
