import { bucketStart, type Day, type Grain } from "#lib/calendar.ts";
import type { Period } from "./period.ts";
import { type Change, countChange } from "./rate.ts";
import { type TrendBucket, trendAxis } from "./trend-axis.ts";

/** Referrals by key (a market, an outcome, a list of solutions, …) and bucket; `day` is any day of the bucket. */
export type TrendRow = { key: string; day: Day; count: number };

/** Counts of a key, one per bucket of the axis. */
export type TrendSeries = { key: string; total: number; values: readonly number[] };

/** The referrals of the series beyond the first ones, each once, and its members; often empty. */
export type OtherSeries = { total: number; values: readonly number[]; members: readonly TrendSeries[] };

export type Trend = {
  buckets: readonly TrendBucket[];
  /** Largest first. */
  series: readonly TrendSeries[];
  other: OtherSeries;
  /** All referrals per bucket, each once. */
  totals: readonly number[];
  total: number;
  /** Referrals of rows outside the axis: 0 unless the rows belong to another period. */
  outside: number;
  statements: TrendStatements;
};

export type TrendOptions = {
  /** Only referrals of the period; a row's day may be any of its bucket, even outside the period. */
  rows: Iterable<TrendRow>;
  period: Period;
  grain: Grain;
  /** Time of the data, ms since 1970 UTC. */
  dataTime: number;
  /** Order of keys with equal totals; by code unit by default. */
  compareKeys?: (a: string, b: string) => number;
  maxSeries?: number;
  /** The series in which the referrals of a key count; by default one of that key. */
  seriesOf?: (key: string) => readonly string[];
};

/** Further series are added up as Other. */
export const MAX_SERIES = 8;

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function addUp(size: number, all: Iterable<readonly number[]>): number[] {
  const totals = Array<number>(size).fill(0);
  for (const values of all)
    for (let index = 0; index < size; index++) totals[index] = (totals[index] ?? 0) + (values[index] ?? 0);
  return totals;
}

type Counted = { byKey: Map<string, number[]>; outside: number };

/** Finds the index of a day's bucket; memoised, because few days repeat often. */
function placeOnAxis(buckets: readonly TrendBucket[], grain: Grain): (day: Day) => number | undefined {
  const places = new Map(buckets.map(({ start }, index) => [start, index]));
  const known = new Map<Day, number | undefined>();
  return (day) => {
    if (!known.has(day)) known.set(day, places.get(bucketStart(day, grain)));
    return known.get(day);
  };
}

function addAt(byKey: Map<string, number[]>, key: string, index: number, count: number, size: number): void {
  let values = byKey.get(key);
  if (values === undefined) {
    values = Array<number>(size).fill(0);
    byKey.set(key, values);
  }
  values[index] = (values[index] ?? 0) + count;
}

function countRows(rows: Iterable<TrendRow>, buckets: readonly TrendBucket[], grain: Grain): Counted {
  const counted: Counted = { byKey: new Map(), outside: 0 };
  const place = placeOnAxis(buckets, grain);
  for (const { key, day, count } of rows) {
    const index = place(day);
    if (index === undefined) counted.outside += count;
    else addAt(counted.byKey, key, index, count, buckets.length);
  }
  return counted;
}

function rank(
  byKey: ReadonlyMap<string, number[]>,
  compareKeys: (a: string, b: string) => number,
): TrendSeries[] {
  return [...byKey]
    .map(([key, values]) => ({ key, total: sum(values), values }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || compareKeys(a.key, b.key));
}

/** The counts of each series, from those by key. */
function bySeries({ byKey }: Counted, seriesOf: SeriesOf): Counted["byKey"] {
  const found: Counted["byKey"] = new Map();
  for (const [key, values] of byKey)
    for (const name of new Set(seriesOf(key)))
      for (const [at, count] of values.entries()) addAt(found, name, at, count, values.length);
  return found;
}

type SeriesOf = NonNullable<TrendOptions["seriesOf"]>;
const itself: SeriesOf = (key) => [key];

/** Counts over time: axis, largest series, the others as Other, and highlights. */
export function trendOf(options: TrendOptions): Trend {
  const { rows, period, grain, dataTime, compareKeys = byCodeUnit, maxSeries = MAX_SERIES } = options;
  const { seriesOf = itself } = options;
  const buckets = trendAxis(period, grain, dataTime);
  const counted = countRows(rows, buckets, grain);
  const { byKey, outside } = counted;
  const ranked = rank(seriesOf === itself ? byKey : bySeries(counted, seriesOf), compareKeys);
  const members = ranked.slice(maxSeries);
  const others = new Set(members.map(({ key }) => key));
  const ofOthers = [...byKey].filter(([key]) => seriesOf(key).some((name) => others.has(name)));
  const rest = addUp(
    buckets.length,
    ofOthers.map(([, values]) => values),
  );
  const totals = addUp(buckets.length, byKey.values());
  return {
    buckets,
    series: ranked.slice(0, maxSeries),
    other: { total: sum(rest), values: rest, members },
    totals,
    total: sum(totals),
    outside,
    statements: trendStatements(buckets, totals, ranked),
  };
}

type BucketCount = { start: Day; end: Day; count: number };

/** The last finished bucket, compared with the one before if there is one. */
type LastBucket =
  | { kind: "absent" }
  | { kind: "first"; last: BucketCount }
  | { kind: "later"; last: BucketCount; before: BucketCount; change: Change };

/** Highlights of a trend, from finished buckets only. */
type TrendStatements = {
  /** The first highest and first lowest bucket; absent when all are equal. */
  extremes: { kind: "absent" } | { kind: "extremes"; best: BucketCount; worst: BucketCount };
  last: LastBucket;
  /** The key with the largest absolute growth into the last bucket; absent when none grew. */
  grewMost: { kind: "absent" } | { kind: "grew"; key: string; from: number; to: number; change: Change };
};

type CountedValues = readonly { key: string; values: readonly number[] }[];

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
function grewMostOf(buckets: readonly TrendBucket[], ranked: CountedValues): TrendStatements["grewMost"] {
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
  ranked: CountedValues,
): TrendStatements {
  const finished = finishedCounts(buckets, totals);
  return { extremes: extremesOf(finished), last: lastOf(finished), grewMost: grewMostOf(buckets, ranked) };
}
