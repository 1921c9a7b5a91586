import type { Lock, Selection } from "./selection.ts";

const PARTS: Readonly<Record<Lock, readonly (keyof Selection)[]>> = {
  period: ["from", "to", "basis"],
  market: ["markets"],
  partner: ["partners"],
  size: ["sizes"],
  outcome: ["outcomes"],
};

/** Removes locked parts from a change. */
export function unlocked(selection: Pick<Selection, "lock">, change: Partial<Selection>): Partial<Selection> {
  const locked = new Set<string>(selection.lock.flatMap((lock) => PARTS[lock]));
  return Object.fromEntries(Object.entries(change).filter(([key]) => !locked.has(key)));
}
