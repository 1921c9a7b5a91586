import { bucketCount, DAY_MS, daysBetween, GRAINS, type Grain } from "#lib/calendar.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { type AnonymisedTable, anonymisedTable } from "#referrals/anonymised.ts";
import { type CountedRow, joinSmallNeighbours, MIN_CELL_COUNT, sumAt } from "#referrals/cell-suppression.ts";
import { lastStage, type OutcomeCount } from "#referrals/funnel.ts";
import type { Period } from "#referrals/period.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";
import { type DayCount, summariseDays } from "#referrals/times-summary.ts";
import { MAX_SERIES, type TrendOptions, trendOf } from "#referrals/trend.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";

/** How far a referral got, for rates: not accepted, accepted but not won, won. */
export const REACHES = ["created", "accepted", "won"] as const;
export type Reach = (typeof REACHES)[number];

function reachOf(outcomeCount: OutcomeCount): number {
  const stage = lastStage(outcomeCount);
  return stage === "won" ? 2 : stage === "accepted" ? 1 : 0;
}

/** Referrals by key and how far they got; null when too few to show. */
export function anonymisedParts(
  rows: readonly OutcomeCountRow[],
  keyOf: (text: string | null) => string,
): AnonymisedTable | null {
  const counts = new Map<string, number[]>();
  for (const { keys, ...outcomeCount } of rows) {
    const key = keyOf(keys[0] ?? null);
    const row = counts.get(key) ?? REACHES.map(() => 0);
    const at = reachOf(outcomeCount);
    row[at] = (row[at] ?? 0) + outcomeCount.count;
    counts.set(key, row);
  }
  const table = anonymisedTable(
    Array.from(counts, ([key, parts]): CountedRow => ({ key, counts: parts })),
    "some",
  );
  return table && { ...table, rows: largestFirst(table.rows) };
}

/** Largest first, the merged row of small ones last. */
function largestFirst(rows: AnonymisedTable["rows"]): AnonymisedTable["rows"] {
  return rows.toSorted(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      b.count - a.count ||
      ((a.key ?? "" < (b.key ?? "")) ? -1 : 1),
  );
}

/** The share of a row that got at least so far; null when suppressed. */
export function rateFrom(
  { columns }: Pick<AnonymisedTable, "columns">,
  parts: readonly number[] | null,
  reach: Reach,
): Rate | null {
  const first = columns.findIndex(([place]) => place === REACHES.indexOf(reach));
  if (parts === null || first < 0) return null;
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  return rateOf(sum(parts.slice(first)), sum(parts));
}

/** Counts over time, with some buckets merged; `other` has the small series and those beyond the largest. */
export type AnonymisedTrend = {
  buckets: readonly (readonly TrendBucket[])[];
  series: readonly { key: string; values: readonly number[] }[];
  other: readonly number[] | null;
  totals: readonly number[];
  total: number;
};

/** Referrals over time by key; null when too few to show. */
export function anonymisedTrend(query: TrendOptions): AnonymisedTrend | null {
  const trend = trendOf({ ...query, maxSeries: Number.POSITIVE_INFINITY });
  const table = anonymisedTable(
    trend.series.map(({ key, values }) => ({ key, counts: values })),
    "every",
  );
  if (table === null) return null;
  const named = table.rows.filter(({ key }) => key !== null).toSorted((a, b) => b.count - a.count);
  const rest = [...named.slice(MAX_SERIES), ...table.rows.filter(({ key }) => key === null)];
  const columns = table.rows.length === 0 ? trend.buckets.map((_, at) => [at]) : table.columns;
  return {
    buckets: columns.map((places) => places.flatMap((at) => trend.buckets[at] ?? [])),
    series: named.slice(0, MAX_SERIES).map(({ key, parts }) => ({ key: key ?? "", values: parts ?? [] })),
    other:
      rest.length === 0
        ? null
        : columns.map((_, at) => rest.reduce((sum, { parts }) => sum + (parts?.[at] ?? 0), 0)),
    totals: columns.map((_, at) => table.parts[at] ?? 0),
    total: table.count,
  };
}

/** Few buckets, because each must hold enough of every series. */
const MAX_BUCKETS = 24;

/** The finest grain within the limit of buckets, unless one was chosen. */
export function anonymisedGrain({ from, to }: Period, chosen: Grain | null): Grain {
  return chosen ?? GRAINS.find((grain) => bucketCount(from, to, grain) <= MAX_BUCKETS) ?? "year";
}

/** First days of the bins of durations, in whole days: the same day, one day, two to three, … */
const BIN_STARTS = [0, 1, 2, 4, 8, 15, 31] as const;

/** `to` is null for the open bin. */
export type AnonymisedBin = { from: number; to: number | null; count: number };

/**
 * A duration in whole days; `half` and `nine` tenths of referrals took at most so many, null where fewer than five took
 * longer.
 */
export type AnonymisedTime = {
  count: number;
  bins: readonly AnonymisedBin[];
  half: number | null;
  nine: number | null;
};

/** Durations between two days; pairs that are incomplete or out of order are left out. Null when there are too few. */
export function timeOf(
  pairs: readonly { from: string | null; to: string | null; count: number }[],
): AnonymisedTime | null {
  const days: DayCount[] = pairs.flatMap(({ from, to, count }) =>
    from === null || to === null || from > to ? [] : [{ days: daysBetween(from, to), count }],
  );
  const counts = BIN_STARTS.map((start, at) => {
    const end = BIN_STARTS[at + 1] ?? Number.POSITIVE_INFINITY;
    return days.reduce((sum, { days: took, count }) => (took >= start && took < end ? sum + count : sum), 0);
  });
  const groups = joinSmallNeighbours(counts);
  const all = pairs.reduce((sum, { count }) => sum + count, 0);
  if (groups === null || (all > 0 && all < MIN_CELL_COUNT)) return null;
  const count = counts.reduce((sum, one) => sum + one, 0);
  const summary = summariseDays(days);
  const within = (ms: number, beyond: number) =>
    count * beyond >= MIN_CELL_COUNT ? Math.ceil(ms / DAY_MS) : null;
  const [half, nine] =
    summary.kind === "times" ? [within(summary.median, 0.5), within(summary.p90, 0.1)] : [null, null];
  return { count, bins: groups.map((places) => binOf(places, counts)), half, nine };
}

function binOf(places: readonly number[], counts: readonly number[]): AnonymisedBin {
  const next = BIN_STARTS[(places.at(-1) ?? 0) + 1];
  return {
    from: BIN_STARTS[places[0] ?? 0] ?? 0,
    to: next === undefined ? null : next - 1,
    count: sumAt(counts, places),
  };
}
