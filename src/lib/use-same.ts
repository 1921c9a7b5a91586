import { useState } from "react";
import { isSame } from "#lib/is-same.ts";

/** Keeps the identity of a value of plain data while it stays deeply equal. */
export function useSame<T>(value: T): T {
  const [kept, keep] = useState(value);
  if (isSame(kept, value)) return kept;
  keep(value);
  return value;
}
