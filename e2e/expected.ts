import type { Referral } from "./oracle/csv.ts";
import { countFunnel, type FunnelCount } from "./oracle/funnel.ts";
import { countMarkets, type MarketCount, marketOf } from "./oracle/markets.ts";
import { outcomeOf } from "./oracle/outcome.ts";
import { createdIn, type Period } from "./oracle/period.ts";

/** What the table of the funnel says of the referrals of a period. */
export function expectedFunnel(
  referrals: readonly Referral[],
  period: Period,
): Pick<FunnelCount, "stages" | "exits"> {
  const { stages, exits } = countFunnel(createdIn(referrals, period));
  return { stages, exits };
}

/** What a column of the Markets table says, by market code. */
export function expectedMarkets(
  referrals: readonly Referral[],
  period: Period,
  column: Exclude<keyof MarketCount, "code"> = "referrals",
): Record<string, number> {
  const markets = countMarkets(createdIn(referrals, period));
  return Object.fromEntries(markets.map((market) => [market.code, market[column]]));
}

const DAY_MS = 86_400_000;

/** Whether a referral is neither answered nor closed, and was created longer than 24 hours ago. */
function isOverdue(referral: Referral, now: number): boolean {
  if (!["Open, new", "Open, acknowledged"].includes(outcomeOf(referral))) return false;
  return Date.parse(`${(referral.createdDate ?? "").slice(0, 19)}Z`) < now - DAY_MS;
}

/** What the key figures say. */
export function expectedKeyFigures(referrals: readonly Referral[], period: Period): Record<string, number> {
  return keyFiguresOf(createdIn(referrals, period));
}

/** What the key figures say of these referrals. */
export function keyFiguresOf(created: readonly Referral[]): Record<string, number> {
  const { stages, open } = countFunnel(created);
  return {
    Created: stages.Created,
    Acknowledged: stages.Acknowledged,
    Accepted: stages.Accepted,
    Won: stages.Won,
    "Acceptance rate": stages.Accepted / stages.Created,
    "Win rate": stages.Won / stages.Created,
    "Open now": Object.values(open).reduce((sum, count) => sum + count, 0),
    Overdue: created.filter((one) => isOverdue(one, Date.now())).length,
  };
}

/** The referrals of some customer markets. */
export function ofMarkets(referrals: readonly Referral[], codes: readonly string[]): Referral[] {
  return referrals.filter((referral) => codes.includes(marketOf(referral)));
}

/** A period as the query of the page's address, tables shown. */
export function addressOf({ from, to }: Period, more = ""): string {
  return `/?from=${from}&to=${to}&as=table${more}`;
}
