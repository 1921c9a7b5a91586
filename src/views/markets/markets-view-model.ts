import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { type DayPairs, daysByKey } from "#referrals/days-between.ts";
import { marketCode } from "#referrals/market.ts";
import { type MarketRow, type MarketTrends, marketTable } from "#referrals/market-table.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { Outcome } from "#referrals/outcome.ts";
import { type Change, countChange } from "#referrals/rate.ts";
import type { TimesSummary } from "#referrals/times.ts";

/** A market with all that the ranked table says of it; null is still on its way. */
export type RankedMarket = MarketRow & {
  /** Absent where nothing is compared. */
  change: Change | null;
  /** Created to accepted, in whole days. */
  days: TimesSummary | null;
  overdue: number | null;
};

/** What the columns are made of. Keys of the rows: a market; those of `days` are market, created, accepted. */
export type MarketResults = {
  rows: readonly OutcomeCountRow[];
  trends: MarketTrends;
  compared: { rows: readonly OutcomeCountRow[]; before: readonly OutcomeCountRow[] } | null;
  days: readonly OutcomeCountRow[] | null;
  overdue: readonly OutcomeCountRow[] | null;
};

/** No line, where a flat one would say that nothing came. */
export const NO_TRENDS: MarketTrends = {
  buckets: [],
  series: [],
  other: { total: 0, values: [], members: [] },
};

/** Every market of the selection, the largest first. */
export function rankedMarkets({ rows, trends, compared, days, overdue }: MarketResults): RankedMarket[] {
  const changeOf = compared && changesByMarket(compared.rows, compared.before);
  const times = days && daysByKey(days.map(dayPair));
  const waiting = overdue && countsByMarket(overdue.filter(isWaiting));
  const outcomeCounts = rows.map(({ keys, ...outcomeCount }) => ({
    ...outcomeCount,
    market: keys[0] ?? null,
  }));
  return marketTable(outcomeCounts, trends).map((row) => ({
    ...row,
    change: changeOf === null ? null : changeOf(row.market),
    days: times && (times.get(row.market) ?? { kind: "absent" }),
    overdue: waiting && (waiting.get(row.market) ?? 0),
  }));
}

function changesByMarket(rows: readonly OutcomeCountRow[], before: readonly OutcomeCountRow[]) {
  const [now, then] = [countsByMarket(rows), countsByMarket(before)];
  return (market: string) => countChange(then.get(market) ?? 0, now.get(market) ?? 0);
}

function isWaiting({ outcome }: OutcomeCountRow): boolean {
  return (WAITING_OUTCOMES as readonly Outcome[]).includes(outcome);
}

function dayPair({ keys: [market = null, from = null, to = null], count }: OutcomeCountRow): DayPairs {
  return { key: marketCode(market), from, to, count };
}

function countsByMarket(rows: readonly OutcomeCountRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { keys, count } of rows) {
    const market = marketCode(keys[0] ?? null);
    counts.set(market, (counts.get(market) ?? 0) + count);
  }
  return counts;
}
