import { addDays, dayOfInstant } from "#lib/calendar.ts";
import { type OutcomeCountRow, valueKey } from "#queries/outcome-counts.ts";
import type { FieldFilter } from "#referrals/dimensions.ts";
import { lastStage, type OutcomeCount } from "#referrals/funnel.ts";
import { EXPIRY_DAYS } from "#referrals/open-age.ts";
import { outcomeGroupOf } from "#referrals/outcome.ts";
import { type Rate, ratesOf } from "#referrals/rate.ts";
import { type Trend, type TrendOptions, type TrendRow, trendOf } from "#referrals/trend.ts";

/** Rates over time; the base is all referrals of the bucket. */
export type RateMeasure = "acceptance" | "win";

/** Days after which most referrals have been accepted or not (an unanswered one expires), or won or not. */
export const MATURE_DAYS: Record<RateMeasure, number> = { acceptance: EXPIRY_DAYS, win: 180 };

/** Referrals by key and day, with `part` as numerator; `open` ones may still add to it. */
export type PartRow = TrendRow & { part: number; open?: number };

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
  /** Whether the rate of a bucket hardly changes any more, so that it compares with others. */
  isMature: readonly boolean[];
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
    const [part, open] = [gotSoFar, isOpen].map((test) => (test(outcomeCount, measure) ? count : 0));
    return [{ key, day, count, part: part ?? 0, open: open ?? 0 }];
  });
}

function isOpen(outcomeCount: OutcomeCount, measure: RateMeasure | "count"): boolean {
  return outcomeGroupOf(outcomeCount.outcome) === "open" && !gotSoFar(outcomeCount, measure);
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
  const others = new Set(trend.other.members.map(({ key }) => key));
  const { seriesOf = (key) => [key] } = query;
  const ofOthers = rows.filter(({ key }) => seriesOf(key).some((name) => others.has(name)));
  return { series, other: trendOf({ ...query, rows: ofOthers }).totals, all: far.totals };
}

/** Per bucket: its youngest referral is old enough, or none is open. */
export function maturityOf(
  { buckets }: Trend,
  query: Omit<TrendOptions, "rows"> & { rows: readonly PartRow[] },
  measure: RateMeasure,
): boolean[] {
  const { totals } = trendOf({
    ...query,
    rows: query.rows.map(({ open = 0, ...row }) => ({ ...row, count: open })),
  });
  const newest = addDays(dayOfInstant(query.dataTime), -MATURE_DAYS[measure]);
  return buckets.map(({ end }, at) => end < newest || totals[at] === 0);
}

export function ratesOfTrend(
  { series, other, totals }: Trend,
  parts: Parts,
  isMature: readonly boolean[],
): TrendRates {
  return {
    isMature,
    series: series.map(({ values }, at) => ratesOf(parts.series[at] ?? [], values)),
    other: ratesOf(parts.other, other.values),
    all: ratesOf(parts.all, totals),
  };
}
