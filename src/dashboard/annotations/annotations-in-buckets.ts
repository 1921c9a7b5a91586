import type { Period } from "#referrals/period.ts";
import type { Annotation } from "./annotations.ts";

/** A note and the first and last bucket that it touches. */
export type PlacedAnnotation = { note: Annotation; first: number; last: number };

export type DatedBuckets = readonly { covered: Period }[];

/** The notes on days of these buckets, in order of days. */
export function annotationsInBuckets(
  notes: readonly Annotation[],
  buckets: DatedBuckets,
): PlacedAnnotation[] {
  return notes.flatMap((note) => {
    const touches = ({ covered }: DatedBuckets[number]) => note.from <= covered.to && note.to >= covered.from;
    const first = buckets.findIndex(touches);
    return first < 0 ? [] : [{ note, first, last: buckets.findLastIndex(touches) }];
  });
}
