import type { MarketRow } from "./market-table.ts";
import { type Change, countChange, type Rate, rateChange } from "./rate.ts";

/** The figures of a market that are compared. */
export type MarketFigures = Pick<MarketRow, "market" | "referrals" | "acceptance" | "win" | "close">;

export type MarketChanges = { referrals: Change; acceptance: Change; win: Change; close: Change };

const ABSENT: Rate = { kind: "absent" };

function figuresOf(rows: readonly MarketFigures[]): (market: string) => MarketFigures {
  const known = new Map(rows.map((row) => [row.market, row]));
  return (market) =>
    known.get(market) ?? { market, referrals: 0, acceptance: ABSENT, win: ABSENT, close: ABSENT };
}

/** How each market moved against a comparison, also those that are in one of the two only: they count 0 in the other. */
export function marketChanges(
  rows: readonly MarketFigures[],
  before: readonly MarketFigures[],
): Map<string, MarketChanges> {
  const [now, then] = [figuresOf(rows), figuresOf(before)];
  const markets = new Set([...rows, ...before].map(({ market }) => market));
  return new Map(
    Array.from(markets, (market) => {
      const [to, from] = [now(market), then(market)];
      const changes = {
        referrals: countChange(from.referrals, to.referrals),
        acceptance: rateChange(from.acceptance, to.acceptance),
        win: rateChange(from.win, to.win),
        close: rateChange(from.close, to.close),
      };
      return [market, changes];
    }),
  );
}
