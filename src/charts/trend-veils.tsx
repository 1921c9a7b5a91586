import type { ReactNode } from "react";
import { shareOfPlace } from "./plot.ts";
import { tickPlaces, unfinishedStretches } from "./stack-shapes.ts";

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

/** A veil over what is unfinished: each such bar, or the stretch to the next finished bucket; and its words. */
export function TrendVeils({ buckets }: { buckets: readonly TrendBucket[] }): ReactNode {
  return unfinishedStretches(buckets).map(({ from, to, side, words }) => (
    <span
      key={`${side} ${from}`}
      className={`stack__veil stack__veil--${side}`}
      style={{
        left: percent(shareOfPlace(from, buckets.length)),
        right: percent(1 - shareOfPlace(to, buckets.length)),
      }}
    >
      <span className="stack__words">{words}</span>
    </span>
  ));
}

/** The names of buckets under the axis, as far as they have room. */
export function TrendTicks({ buckets }: { buckets: readonly TrendBucket[] }): ReactNode {
  return tickPlaces(buckets.length).map(({ at, isMinor }) => (
    <span
      key={at}
      className={isMinor ? "stack__tick stack__tick--minor" : "stack__tick"}
      style={{ left: percent(shareOfPlace(at, buckets.length)) }}
    >
      {buckets[at]?.tick}
    </span>
  ));
}

/** A share of the plot, for the styles. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
