import type { Journey } from "#referrals/funnel.ts";
import { lastStage } from "#referrals/funnel.ts";
import { type Rate, ratesOf } from "#referrals/rate.ts";
import { type Trend, type TrendQuestion, type TrendRow, trendOf } from "#referrals/trend.ts";

/** The rates over time; each counts those that got so far among all of their bucket. */
export type RateMeasure = "acceptance" | "win";

/** Referrals of a key in the bucket that holds a day, and how many of them got so far. */
export type PartRow = TrendRow & { part: number };

/** How many referrals of each bucket got so far, in the order of a trend's series. */
export type Parts = {
  series: readonly (readonly number[])[];
  other: readonly number[];
  all: readonly number[];
};

/** Whether referrals got as far as a rate counts. */
export function gotSoFar(journey: Journey, measure: RateMeasure): boolean {
  const stage = lastStage(journey);
  return stage === "won" || (measure === "acceptance" && stage === "accepted");
}

/** A trend of all referrals, and the parts of its counts that got so far. */
export function partedTrend(question: Omit<TrendQuestion, "rows"> & { rows: readonly PartRow[] }): {
  trend: Trend;
  parts: Parts;
} {
  const trend = trendOf(question);
  const rows = question.rows.map(({ key, day, part }) => ({ key, day, count: part }));
  const far = trendOf({ ...question, rows, maxSeries: Number.POSITIVE_INFINITY });
  const byKey = new Map(far.series.map(({ key, values }) => [key, values]));
  const none = trend.buckets.map(() => 0);
  const series = trend.series.map(({ key }) => byKey.get(key) ?? none);
  const other = far.totals.map((total, at) =>
    series.reduce((left, values) => left - (values[at] ?? 0), total),
  );
  return { trend, parts: { series, other, all: far.totals } };
}

/** The rates of each series, of Other and of all together, one for each bucket. */
export function ratesOfTrend({ series, other, totals }: Trend, parts: Parts) {
  return {
    series: series.map(({ values }, at): Rate[] => ratesOf(parts.series[at] ?? [], values)),
    other: ratesOf(parts.other, other.values),
    all: ratesOf(parts.all, totals),
  };
}
