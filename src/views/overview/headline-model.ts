import { rollup, sum } from "d3-array";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { countOfOutcome, type Funnel, funnelOf } from "#referrals/funnel.ts";
import { compareMarkets, marketCode } from "#referrals/market.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import { countChange, type Rate, rateOf } from "#referrals/rate.ts";

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
  const byMarket = rollup(
    waiting,
    (some) => sum(some, ({ count }) => count),
    ({ keys }) => marketCode(keys[0] ?? null),
  );
  const markets = Array.from(byMarket, ([market, count]) => ({ market, count })).sort(
    (a, b) => b.count - a.count || compareMarkets(a.market, b.market),
  );
  const [most] = markets;
  return {
    count: sum(waiting, ({ count }) => count),
    most: most && markets.length > 1 ? most : null,
  };
}

function waitingOf(funnel: Funnel): number {
  return WAITING_OUTCOMES.reduce((sum, outcome) => sum + countOfOutcome(funnel, outcome), 0);
}
