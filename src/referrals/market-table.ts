import { type Funnel, funnelsBy, type OutcomeCount } from "./funnel.ts";
import { acceptanceRate, closeRate, winRate } from "./funnel-rates.ts";
import { compareMarkets, marketCode } from "./market.ts";
import { type Rate, rateOf } from "./rate.ts";
import type { Trend } from "./trend.ts";

/** Outcome counts by market, spelled as in the data. */
export type MarketOutcomeCount = OutcomeCount & { market: string | null };

export type MarketRow = {
  /** A market code; NO_MARKET included. */
  market: string;
  referrals: number;
  share: Rate;
  acceptance: Rate;
  win: Rate;
  close: Rate;
  open: number;
  /** Referrals per finished bucket: an unfinished one would look like a decline. */
  sparkline: readonly number[];
  funnel: Funnel;
};

export type MarketTrends = Pick<Trend, "buckets" | "series" | "other">;

function sparklinesOf(trend: MarketTrends): Map<string, readonly number[]> {
  const finished = (values: readonly number[]) => values.filter((_, at) => !trend.buckets[at]?.unfinished);
  return new Map([...trend.series, ...trend.other.members].map(({ key, values }) => [key, finished(values)]));
}

function rowOf(market: string, funnel: Funnel, all: number, sparkline: readonly number[]): MarketRow {
  return {
    market,
    referrals: funnel.created,
    share: rateOf(funnel.created, all),
    acceptance: acceptanceRate(funnel),
    win: winRate(funnel),
    close: closeRate(funnel),
    open: funnel.open,
    sparkline,
    funnel,
  };
}

/**
 * One row per market with referrals, largest first, ties by code; spellings of one code are added up. Keys of `trend`
 * are market codes; a market without a series has a flat sparkline.
 */
export function marketTable(outcomeCounts: Iterable<MarketOutcomeCount>, trend: MarketTrends): MarketRow[] {
  const funnels = [...funnelsBy(outcomeCounts, ({ market }) => marketCode(market))];
  const all = funnels.reduce((sum, [, { created }]) => sum + created, 0);
  const [sparklines, flat] = [
    sparklinesOf(trend),
    trend.buckets.filter(({ unfinished }) => !unfinished).map(() => 0),
  ];
  return funnels
    .filter(([, funnel]) => funnel.created > 0)
    .map(([market, funnel]) => rowOf(market, funnel, all, sparklines.get(market) ?? flat))
    .sort((a, b) => b.referrals - a.referrals || compareMarkets(a.market, b.market));
}
