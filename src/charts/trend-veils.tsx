import type { ReactNode } from "react";
import { ReferenceArea, ReferenceLine } from "recharts";

export type TrendBucket = {
  key: string;
  /** As short as the axis needs it. */
  tick: string;
  name: string;
  /** Why the bucket cannot be compared with the others; null when it can. */
  unfinished: string | null;
  /** A bucket that has not begun has no count yet, not even 0. */
  hasBegun: boolean;
};

export const AXIS_TEXT = { fill: "var(--ink-3)", fontSize: 11 };
const VEIL = { fill: "var(--panel)", fillOpacity: 0.55, zIndex: 500 };

/** A veil over what is unfinished: each such bar, or the stretch to the next finished bucket; and its words. */
export function trendVeils(buckets: readonly TrendBucket[], isArea: boolean): ReactNode {
  if (!isArea) return buckets.map(barVeil);
  const firstFinished = buckets.findIndex(({ unfinished }) => unfinished === null);
  const lastFinished = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  if (lastFinished < 0) return null;
  const [before, after] = [buckets[firstFinished - 1], buckets[lastFinished + 1]];
  return [
    before && veil("start", 0, firstFinished, before.unfinished),
    after && veil("end", lastFinished, buckets.length - 1, after.unfinished),
  ];
}

function barVeil({ key, unfinished }: TrendBucket, at: number): ReactNode {
  if (unfinished === null) return null;
  const label = { value: unfinished, position: "insideTop" as const, offset: 4, dy: -20, ...AXIS_TEXT };
  return <ReferenceArea key={`veil ${key}`} x1={at - 0.5} x2={at + 0.5} {...VEIL} label={label} />;
}

function veil(side: "start" | "end", from: number, to: number, words: string | null): ReactNode[] {
  const label = {
    value: words ?? "",
    position: side === "end" ? ("insideTopRight" as const) : ("insideTopLeft" as const),
    offset: 4,
    dy: -20,
    ...AXIS_TEXT,
  };
  const edge = side === "end" ? from : to;
  return [
    <ReferenceArea key={`${side} veil`} x1={from} x2={to} {...VEIL} />,
    <ReferenceLine
      key={`${side} edge`}
      x={edge}
      stroke="var(--ink-3)"
      strokeDasharray="2 3"
      zIndex={600}
      label={label}
    />,
  ];
}
