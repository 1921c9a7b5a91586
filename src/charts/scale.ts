import { nice, ticks } from "d3-array";

export type CountScale = { top: number; ticks: readonly number[] };

/** An axis for counts from 0, with about four round integer steps. */
export function countScale(highest: number): CountScale {
  const [, top] = nice(0, Math.max(highest, 1), 4);
  return { top, ticks: ticks(0, top, 4).filter(Number.isInteger) };
}

/** An axis for shares from 0, with about four round steps, up to 1 at most. */
export function shareScale(highest: number): CountScale {
  const [, top] = nice(0, Math.max(highest, 0.01), 4);
  return { top: Math.min(1, top), ticks: ticks(0, Math.min(1, top), 4) };
}
