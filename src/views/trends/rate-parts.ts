import { type OutcomeCountRow, valueKey } from "#queries/outcome-counts.ts";
import type { FieldFilter } from "#referrals/dimensions.ts";
import { lastStage, type OutcomeCount } from "#referrals/funnel.ts";
import { type Rate, ratesOf } from "#referrals/rate.ts";
import { type Trend, type TrendOptions, type TrendRow, trendOf } from "#referrals/trend.ts";

/** Rates over time; the base is all referrals of the bucket. */
export type RateMeasure = "acceptance" | "win";

/** Referrals by key and day, with `part` as numerator. */
export type PartRow = TrendRow & { part: number };

/** Numerators per bucket, in the order of a trend's series. */
export type Parts = {
  series: readonly (readonly number[])[];
  other: readonly number[];
  all: readonly number[];
};

/** Rates per bucket: of each series, Other, and all. */
export type TrendRates = {
  series: readonly (readonly Rate[])[];
  other: readonly Rate[];
  all: readonly Rate[];
};

/** Outcome counts by day and, if given, by filter values; undated ones are left out. */
export function partRows(
  rows: readonly OutcomeCountRow[],
  filterKey: FieldFilter | null,
  measure: RateMeasure | "count",
): PartRow[] {
  return rows.flatMap(({ keys: [day = null, text = null], ...outcomeCount }) => {
    if (day === null) return [];
    const { count } = outcomeCount;
    const key = filterKey === null ? "" : valueKey(filterKey, text);
    return [{ key, day, count, part: gotSoFar(outcomeCount, measure) ? count : 0 }];
  });
}

function gotSoFar(outcomeCount: OutcomeCount, measure: RateMeasure | "count"): boolean {
  if (measure === "count") return false;
  const stage = lastStage(outcomeCount);
  return stage === "won" || (measure === "acceptance" && stage === "accepted");
}

/** Numerators for a trend; `query` is that of the trend. */
export function partsOf(
  trend: Trend,
  query: Omit<TrendOptions, "rows"> & { rows: readonly PartRow[] },
): Parts {
  const rows = query.rows.map(({ key, day, part }) => ({ key, day, count: part }));
  const far = trendOf({ ...query, rows, maxSeries: Number.POSITIVE_INFINITY });
  const byKey = new Map(far.series.map(({ key, values }) => [key, values]));
  const none = trend.buckets.map(() => 0);
  const series = trend.series.map(({ key }) => byKey.get(key) ?? none);
  const others = trend.other.members.map(({ key }) => byKey.get(key) ?? none);
  const other = none.map((_, at) => others.reduce((sum, values) => sum + (values[at] ?? 0), 0));
  return { series, other, all: far.totals };
}

export function ratesOfTrend({ series, other, totals }: Trend, parts: Parts): TrendRates {
  return {
    series: series.map(({ values }, at) => ratesOf(parts.series[at] ?? [], values)),
    other: ratesOf(parts.other, other.values),
    all: ratesOf(parts.all, totals),
  };
}
