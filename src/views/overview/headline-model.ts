import { rollup } from "d3-array";
import type { ViewData } from "#dashboard/context/view-context.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { periodFilter } from "#queries/query-builders.ts";
import type { OutcomeCountsQuery, OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { countOfOutcome, type Funnel, funnelOf, totalCounted } from "#referrals/funnel.ts";
import { type LatestMonth, latestMonth } from "#referrals/latest-month.ts";
import { compareMarkets, marketCode } from "#referrals/market.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Period } from "#referrals/period.ts";
import { countChange, type Rate, rateOf } from "#referrals/rate.ts";
import type { Selection } from "#selection/selection.ts";

const NO_FIELDS = [] as const;

/** The headline's month, and what is fetched for it. `before`: null where one query has both months, or without one. */
type HeadlineQueries = {
  month: LatestMonth;
  hasBefore: boolean;
  now: OutcomeCountsQuery;
  before: OutcomeCountsQuery | null;
};

/** Null where no day of the period has passed. Two whole months are one query, two ranges of days two. */
export function headlineQueriesOf(
  { resolved, dataset, dataTime }: ViewData,
  { judged }: Pick<Selection, "judged">,
): HeadlineQueries | null {
  const { period, date, filters } = resolved;
  const month = latestMonth(period, dayOfInstant(dataTime));
  if (month === null) return null;
  const begins = dataset.months?.first ?? null;
  // A plain count is the same at any age. With outcome filters it is not, and the months would differ in age.
  const isAged = filters.outcomes.length > 0 && judged !== "today";
  const hasBefore = !isAged && begins !== null && month.before.from >= begins;
  const of = (part: Period) => ({ population: periodFilter(date, part), filters, fields: NO_FIELDS });
  const { days, before } = month;
  if (!hasBefore || month.kind !== "whole")
    return { month, hasBefore, now: of(days), before: hasBefore ? of(before) : null };
  const both = { ...of({ from: before.from, to: days.to }), fields: [date], level: "month" as const };
  return { month, hasBefore, now: both, before: null };
}

/** The rows of the headline's month, and the count of the month before; null for none. */
export function headlineRows(
  { month, hasBefore, before }: HeadlineQueries,
  came: OutcomeCountsResult,
  cameBefore: OutcomeCountsResult | null,
): { rows: readonly OutcomeCountRow[]; before: number | null } {
  if (!hasBefore || before !== null)
    return { rows: came.rows, before: cameBefore && totalCounted(cameBefore.rows) };
  const isOfMonth = ({ keys: [day] }: OutcomeCountRow) => day === month.days.from;
  return {
    rows: came.rows.filter(isOfMonth),
    before: totalCounted(came.rows.filter((row) => !isOfMonth(row))),
  };
}

/** Overdue referrals, and the customer market with most of them (ties by code); null where that adds nothing. */
export type OverdueCount = { count: number; most: { market: string; count: number } | null };

/** The change in referrals against the earlier days, as a fraction of these (0 or more). */
export type HeadlineTrend = { kind: "more" | "fewer"; fraction: number } | { kind: "same" | "none" };

export type HeadlineFigures = {
  count: number;
  trend: HeadlineTrend;
  accepted: Rate;
  waiting: number;
};

/** `before`: referrals in the corresponding earlier days; null when unknown. */
export function headlineOf(rows: readonly OutcomeCountRow[], before: number | null): HeadlineFigures {
  const funnel = funnelOf(rows);
  return {
    count: funnel.created,
    trend: trendOf(before, funnel),
    accepted: rateOf(funnel.accepted, funnel.created),
    waiting: waitingOf(funnel),
  };
}

function trendOf(before: number | null, { created }: Funnel): HeadlineTrend {
  const change = before === null ? null : countChange(before, created);
  if (change?.kind !== "percent") return { kind: "none" };
  if (change.fraction === 0) return { kind: "same" };
  return { kind: change.fraction > 0 ? "more" : "fewer", fraction: Math.abs(change.fraction) };
}

/** Unanswered referrals among these rows, and by customer market, the first key of each row. */
export function overdueCount(rows: readonly OutcomeCountRow[]): OverdueCount {
  const waiting = rows.filter(({ outcome }) => WAITING_OUTCOMES.some((one) => one === outcome));
  const byMarket = rollup(waiting, totalCounted, ({ keys }) => marketCode(keys[0] ?? null));
  const markets = Array.from(byMarket, ([market, count]) => ({ market, count })).sort(
    (a, b) => b.count - a.count || compareMarkets(a.market, b.market),
  );
  const [most] = markets;
  return { count: totalCounted(waiting), most: most && markets.length > 1 ? most : null };
}

function waitingOf(funnel: Funnel): number {
  return WAITING_OUTCOMES.reduce((sum, outcome) => sum + countOfOutcome(funnel, outcome), 0);
}
