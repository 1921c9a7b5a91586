import type { Day } from "#lib/calendar.ts";
import { type Change, countChange } from "./rate.ts";
import type { TrendBucket } from "./trend-axis.ts";

export type BucketCount = { start: Day; end: Day; count: number };

/** The last finished bucket, compared with the one before if there is one. */
export type LastBucket =
  | { kind: "absent" }
  | { kind: "first"; last: BucketCount }
  | { kind: "later"; last: BucketCount; before: BucketCount; change: Change };

/** Highlights of a trend, from finished buckets only. */
export type TrendStatements = {
  /** The first highest and first lowest bucket; absent when all are equal. */
  extremes: { kind: "absent" } | { kind: "extremes"; best: BucketCount; worst: BucketCount };
  last: LastBucket;
  /** The key with the largest absolute growth into the last bucket; absent when none grew. */
  grewMost: { kind: "absent" } | { kind: "grew"; key: string; from: number; to: number; change: Change };
};

type Counted = readonly { key: string; values: readonly number[] }[];

function finishedCounts(buckets: readonly TrendBucket[], totals: readonly number[]): BucketCount[] {
  return buckets.flatMap(({ start, end, unfinished }, index) =>
    unfinished === null ? [{ start, end, count: totals[index] ?? 0 }] : [],
  );
}

function extremesOf(finished: readonly BucketCount[]): TrendStatements["extremes"] {
  const [best] = finished.toSorted((a, b) => b.count - a.count);
  const [worst] = finished.toSorted((a, b) => a.count - b.count);
  if (best === undefined || worst === undefined || best.count === worst.count) return { kind: "absent" };
  return { kind: "extremes", best, worst };
}

function lastOf(finished: readonly BucketCount[]): LastBucket {
  const [before, last] = [finished.at(-2), finished.at(-1)];
  if (last === undefined) return { kind: "absent" };
  if (before === undefined) return { kind: "first", last };
  return { kind: "later", last, before, change: countChange(before.count, last.count) };
}

/** Ties go to the first series. */
function grewMostOf(buckets: readonly TrendBucket[], ranked: Counted): TrendStatements["grewMost"] {
  const last = buckets.findLastIndex(({ unfinished }) => unfinished === null);
  if (last < 1 || buckets[last - 1]?.unfinished !== null) return { kind: "absent" };
  const [top] = ranked
    .map(({ key, values }) => ({ key, from: values[last - 1] ?? 0, to: values[last] ?? 0 }))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  if (top === undefined || top.to <= top.from) return { kind: "absent" };
  return { kind: "grew", ...top, change: countChange(top.from, top.to) };
}

/** Highlights of finished buckets; `totals` and the values of each key have one count per bucket. */
export function trendStatements(
  buckets: readonly TrendBucket[],
  totals: readonly number[],
  ranked: Counted,
): TrendStatements {
  const finished = finishedCounts(buckets, totals);
  return { extremes: extremesOf(finished), last: lastOf(finished), grewMost: grewMostOf(buckets, ranked) };
}
