import type { Asked } from "#queries/asked.ts";

/** What was made of something asked for, with all that is said about it. */
export function here<T>(asked: Asked<unknown>, value: T | null): Asked<T> {
  if (asked.kind !== "here") return asked;
  return value === null ? { kind: "waiting" } : { ...asked, value };
}
