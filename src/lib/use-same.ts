import { useEffect, useRef } from "react";
import { isSame } from "#lib/is-same.ts";

/** Keeps the identity of a value of plain data while it stays deeply equal. In a ref: state would render twice. */
export function useSame<T>(value: T): T {
  const kept = useRef(value);
  const same = isSame(kept.current, value) ? kept.current : value;
  useEffect(() => {
    kept.current = same;
  }, [same]);
  return same;
}
