import { rollup } from "d3-array";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import type { Judged } from "#referrals/comparison.ts";
import { type Funnel, funnelOf, funnelsBy, totalCounted } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import { marketCode } from "#referrals/market.ts";
import { type MarketRow, type MarketTrends, marketTable } from "#referrals/market-table.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Outcome } from "#referrals/outcome.ts";
import { type Change, countChange, type Rate, rateChange, unproved } from "#referrals/rate.ts";
import { type DayPairs, daysByKey, type TimesSummary } from "#referrals/times-summary.ts";

/** A market's figure in the comparison period, judged either way, and its change. */
type Earlier<T> = { by: Readonly<Record<Judged, T>>; change: Change };

export type MarketComparison = {
  referrals: Earlier<number>;
  acceptance: Earlier<Rate>;
  win: Earlier<Rate>;
};

/** A row of the ranked table; null while pending. */
export type RankedMarket = MarketRow & {
  /** Null without a comparison. */
  compared: MarketComparison | null;
  /** Created to accepted, in whole days. */
  days: TimesSummary | null;
  overdue: number | null;
};

/** Both sides of a comparison by market; see `Compared`. */
type ComparedRows = {
  rows: readonly OutcomeCountRow[];
  before: readonly OutcomeCountRow[];
  late: readonly OutcomeCountRow[];
  beforeBy: Readonly<Record<Judged, readonly OutcomeCountRow[]>>;
  isAcceptanceUnproved: boolean;
};

/** Inputs of the table. Row keys are the market; in `days` market, created, accepted. */
type MarketResults = {
  rows: readonly OutcomeCountRow[];
  trends: MarketTrends;
  compared: ComparedRows | null;
  days: readonly OutcomeCountRow[] | null;
  overdue: readonly OutcomeCountRow[] | null;
};

/** No sparkline: a flat one would look like zero. */
export const NO_TRENDS: MarketTrends = {
  buckets: [],
  series: [],
  other: { total: 0, values: [], members: [] },
};

/** All markets of the selection, largest first. */
export function rankedMarkets({ rows, trends, compared, days, overdue }: MarketResults): RankedMarket[] {
  const comparisonOf = compared && comparisonByMarket(compared);
  const times = days && daysByKey(days.map(dayPair));
  const waiting = overdue && countsByMarket(overdue.filter(isWaiting));
  const outcomeCounts = rows.map(({ keys, ...outcomeCount }) => ({
    ...outcomeCount,
    market: keys[0] ?? null,
  }));
  return marketTable(outcomeCounts, trends).map((row) => ({
    ...row,
    compared: comparisonOf?.(row.market) ?? null,
    days: times && (times.get(row.market) ?? { kind: "absent" }),
    overdue: waiting && (waiting.get(row.market) ?? 0),
  }));
}

function comparisonByMarket(compared: ComparedRows): (market: string) => MarketComparison {
  const byMarket = (rows: readonly OutcomeCountRow[]) => {
    const funnels = funnelsBy(rows, ({ keys }) => marketCode(keys[0] ?? null));
    return (market: string) => funnels.get(market) ?? NOTHING;
  };
  const [now, before, late] = [compared.rows, compared.before, compared.late].map(byMarket) as [
    (market: string) => Funnel,
    (market: string) => Funnel,
    (market: string) => Funnel,
  ];
  const [equalAge, today] = [byMarket(compared.beforeBy["equal-age"]), byMarket(compared.beforeBy.today)];
  return (market) => {
    const by = <T>(of: (funnel: Funnel) => T) => ({
      "equal-age": of(equalAge(market)),
      today: of(today(market)),
    });
    const rate = (of: (funnel: Funnel) => Rate) =>
      rateChange(of(before(market)), of(now(market)), of(late(market)));
    const acceptance = rate(acceptanceRate);
    return {
      referrals: {
        by: by(({ created }) => created),
        change: countChange(before(market).created, now(market).created, late(market).created),
      },
      acceptance: {
        by: by(acceptanceRate),
        change: compared.isAcceptanceUnproved ? unproved(acceptance) : acceptance,
      },
      win: { by: by(winRate), change: rate(winRate) },
    };
  };
}

const NOTHING = funnelOf([]);

function isWaiting({ outcome }: OutcomeCountRow): boolean {
  return (WAITING_OUTCOMES as readonly Outcome[]).includes(outcome);
}

function dayPair({ keys: [market = null, from = null, to = null], count }: OutcomeCountRow): DayPairs {
  return { key: marketCode(market), from, to, count };
}

function countsByMarket(rows: readonly OutcomeCountRow[]): Map<string, number> {
  return rollup(rows, totalCounted, ({ keys }) => marketCode(keys[0] ?? null));
}
