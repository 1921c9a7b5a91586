import { useState } from "react";
import type { ChartBucket } from "./chart-model.ts";
import { lastBegun } from "./time-axis.ts";

/** A position in a chart over time: a bucket, one series or all (null), and the other end of a selected range. */
export type ChartCursor = { at: number; key: string | null; anchor: number | null };

/** Limits of the cursor: index of the last bucket, and series keys from top to bottom. */
export type CursorBounds = { last: number; keys: readonly string[] };

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Moves the cursor by key: left and right along the buckets (with Shift as a range), up and down the series. */
export function moveCursor(
  cursor: ChartCursor,
  key: string,
  shift: boolean,
  { last, keys }: CursorBounds,
): ChartCursor {
  const step = STEPS[key];
  if (step) {
    const at = Math.max(0, Math.min(last, step(cursor.at, last)));
    return { ...cursor, at, anchor: shift ? (cursor.anchor ?? cursor.at) : null };
  }
  if (key === "Escape") return { ...cursor, key: null, anchor: null };
  if (keys.length === 0 || (key !== "ArrowUp" && key !== "ArrowDown")) return cursor;
  const ring = [null, ...keys];
  const place = ring.indexOf(cursor.key) + (key === "ArrowDown" ? 1 : -1);
  return { ...cursor, key: ring.at(place % ring.length) ?? null };
}

/** Both ends of the cursor's range, in order; null without a range. */
export function cursorRange({ at, anchor }: ChartCursor): { first: number; last: number } | null {
  return anchor === null ? null : { first: Math.min(at, anchor), last: Math.max(at, anchor) };
}

/** The cursor state, clamped to the data; starts on the last finished bucket. */
export function useChartCursor(
  buckets: readonly ChartBucket[],
): [ChartCursor & { last: number }, (cursor: ChartCursor) => void] {
  const [cursor, setCursor] = useState<ChartCursor | null>(null);
  const last = lastBegun(buckets);
  const finished = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  const usual: ChartCursor = { at: finished < 0 ? last : Math.min(finished, last), key: null, anchor: null };
  const { at, key, anchor } = cursor && cursor.at <= last ? cursor : usual;
  return [{ at, key, anchor: anchor !== null && anchor > last ? null : anchor, last }, setCursor];
}
