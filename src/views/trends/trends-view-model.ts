import type { Day, Grain } from "#lib/calendar.ts";
import { entriesOf } from "#referrals/deal-fields.ts";
import type { Period } from "#referrals/period.ts";
import { type Change, countChange, type Rate, rateChange, rateOf } from "#referrals/rate.ts";
import { type Trend, trendOf } from "#referrals/trend.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";
import type { TrendMeasure, TrendsKeys } from "#selection/keys/trends.ts";
import { type ComparedDays, type ComparedSelection, countWithin } from "./compared-days.ts";
import { maturityOf, type PartRow, partsOf, ratesOfTrend, type TrendRates } from "./rate-parts.ts";
import type { SplitDimension } from "./split-dimension.tsx";

export type Figured = { kind: "count"; count: number } | { kind: "rate"; rate: Rate };

/** The comparison of a bucket; `late` if all undated outcomes came later, `other` judged the other way. */
type EarlierBucket = ComparedDays & { figure: Figured; late: Figured; other: Figured };

/** The comparison of a period: per bucket, and both sums with their change. */
export type ComparedTrend = {
  compared: ComparedSelection;
  /** Null for a bucket without compared days. */
  buckets: readonly (EarlierBucket | null)[];
  own: Figured;
  before: Figured;
  change: Change;
  /** Instants (ms UTC) at which both ways judge, null for today; absent where counts do not depend on age. */
  judged?: { asOf: number | null; otherAsOf: number | null };
  /** No date shows when the figure came about, so that both sides are not at equal age. */
  isUnproved?: boolean;
};

export type TrendsModel = {
  measure: TrendMeasure;
  by: SplitDimension;
  grain: Grain;
  trend: Trend;
  /** False for rates by outcome, which would be meaningless. */
  isSplit: boolean;
  /** A referral may count in several parts: they are not stacked, and add up to more than the total. */
  isOverlapping: boolean;
  /** Draws each part's share. */
  isShare: boolean;
  /** Null for counts. */
  rates: TrendRates | null;
  compared: ComparedTrend | null;
  /** The requested moving means that are possible. */
  means: readonly { days: number; values: readonly Mean[] }[];
  meanFault: MeanFault | null;
};

/** Why there is no moving mean: no daily buckets, or values that cannot be averaged. */
export type MeanFault = "grain" | "rate" | "share";

export type TrendsOptions = {
  rows: readonly PartRow[];
  period: Period;
  grain: Grain;
  /** Time of the data, ms since 1970 UTC. */
  dataTime: number;
  by: SplitDimension;
  compareKeys: (a: string, b: string) => number;
  keys: TrendsKeys;
  compared: ComparedTrend | null;
};

/** The view model, from the rows of its period. */
export function trendsModel({ keys, compared, ...query }: TrendsOptions): TrendsModel {
  const { measure, form } = keys;
  const isOverlapping = query.by === "solution";
  const options = isOverlapping ? { ...query, seriesOf: entriesOf } : query;
  const trend = trendOf(options);
  const meanFault = keys.means.length > 0 ? meanFaultOf(query.grain, measure, form) : null;
  const windows = meanFault === null ? keys.means.map(Number) : [];
  return {
    measure,
    by: query.by,
    grain: query.grain,
    trend,
    isSplit: measure === "count" || query.by !== "outcome",
    isOverlapping,
    isShare: measure === "count" && form === "share",
    rates:
      measure === "count"
        ? null
        : ratesOfTrend(trend, partsOf(trend, options), maturityOf(trend, options, measure)),
    compared,
    means: windows.map((days) => ({ days, values: movingMean(trend.totals, trend.buckets, days) })),
    meanFault,
  };
}

function meanFaultOf(grain: Grain, measure: TrendMeasure, form: TrendsKeys["form"]): MeanFault | null {
  if (measure !== "count") return "rate";
  if (form === "share") return "share";
  return grain === "day" ? null : "grain";
}

export type ComparisonOptions = {
  compared: ComparedSelection;
  ranges: readonly (ComparedDays | null)[];
  /** Rows of the comparison period, by bucket of this level. */
  before: readonly PartRow[];
  level: Grain;
  /** The same if all undated outcomes came later, and judged the other way. */
  late?: readonly PartRow[] | undefined;
  other?: readonly PartRow[] | undefined;
  /** Rows of the compared days of the page's period. */
  own: readonly PartRow[];
  measure: TrendMeasure;
};

/** Compares both sides. */
export function comparedTrend(query: ComparisonOptions): ComparedTrend {
  const { compared, ranges, level, measure, before, late = before, other = before } = query;
  const [figureIn, lateIn, otherIn] = [before, late, other].map((rows) => {
    const [counts, parts] = [byDay(rows, "count"), byDay(rows, "part")];
    return (days: Period) =>
      figured(countWithin(counts, days, level), countWithin(parts, days, level), measure);
  }) as [FigureIn, FigureIn, FigureIn];
  const [own, then] = [figureOf(query.own, measure), figureOf(before, measure)];
  return {
    compared,
    buckets: ranges.map((range) => {
      if (range === null) return null;
      const { days } = range;
      return { ...range, figure: figureIn(days), late: lateIn(days), other: otherIn(days) };
    }),
    own,
    before: then,
    change: changeOf(then, own, figureOf(late, measure)),
  };
}

type FigureIn = (days: Period) => Figured;

function byDay(rows: readonly PartRow[], what: "count" | "part"): Map<Day, number> {
  const sums = new Map<Day, number>();
  for (const row of rows) sums.set(row.day, (sums.get(row.day) ?? 0) + row[what]);
  return sums;
}

function figureOf(rows: readonly PartRow[], measure: TrendMeasure): Figured {
  const sum = (what: "count" | "part") => rows.reduce((total, row) => total + row[what], 0);
  return figured(sum("count"), sum("part"), measure);
}

function figured(count: number, part: number, measure: TrendMeasure): Figured {
  return measure === "count" ? { kind: "count", count } : { kind: "rate", rate: rateOf(part, count) };
}

/** The change of a figure; `late` is the old one if all undated outcomes came later. */
export function changeOf(from: Figured, to: Figured, late = from): Change {
  if (from.kind === "count" && to.kind === "count" && late.kind === "count")
    return countChange(from.count, to.count, late.count);
  if (from.kind === "rate" && to.kind === "rate" && late.kind === "rate")
    return rateChange(from.rate, to.rate, late.rate);
  return { kind: "absent" };
}

/** A part of a trend: a series, Other, or all. */
export type Part = { kind: "series"; key: string } | { kind: "other" } | { kind: "all" };

export function figureAt({ trend, rates }: TrendsModel, part: Part, at: number): Figured {
  const place = part.kind === "series" ? trend.series.findIndex(({ key }) => key === part.key) : -1;
  const pick = <T>(source: { series: readonly T[]; other: T; all: T }) =>
    part.kind === "all" ? source.all : part.kind === "other" ? source.other : source.series[place];
  if (rates) return { kind: "rate", rate: pick(rates)?.[at] ?? { kind: "absent" } };
  const counts = {
    series: trend.series.map(({ values }) => values),
    other: trend.other.values,
    all: trend.totals,
  };
  return { kind: "count", count: pick(counts)?.[at] ?? 0 };
}

/** The share of a part in its bucket; absent for 0. */
export function shareAt(model: TrendsModel, part: Part, at: number): Rate {
  const figure = figureAt(model, part, at);
  return rateOf(figure.kind === "count" ? figure.count : 0, model.trend.totals[at] ?? 0);
}

/** The value to draw; null for a gap. */
export function heightOf(figure: Figured): number | null {
  if (figure.kind === "count") return figure.count;
  return figure.rate.kind === "rate" ? figure.rate.value : null;
}

/** The parts to draw, first on top; none without a split. */
export function partsShown({ trend, isSplit }: TrendsModel): Part[] {
  if (!isSplit) return [];
  const series = trend.series.map(({ key }): Part => ({ kind: "series", key }));
  return trend.other.members.length > 0 ? [...series, { kind: "other" }] : series;
}

/** Absent until the window is full, and where it contains an unfinished bucket. */
type Mean = { kind: "absent" } | { kind: "mean"; value: number };

/** The trailing mean over `window` buckets, one per bucket. */
export function movingMean(
  values: readonly number[],
  buckets: readonly TrendBucket[],
  window: number,
): Mean[] {
  let [sum, finished] = [0, 0];
  return buckets.map(({ unfinished }, index) => {
    const gone = buckets[index - window];
    sum += (values[index] ?? 0) - (gone === undefined ? 0 : (values[index - window] ?? 0));
    finished += Number(unfinished === null) - Number(gone?.unfinished === null);
    return finished === window ? { kind: "mean", value: sum / window } : { kind: "absent" };
  });
}
