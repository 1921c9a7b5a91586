import type { Referral } from "./csv.ts";
import { countFunnel } from "./funnel.ts";

export type MarketCount = { code: string; referrals: number; accepted: number; won: number; open: number };

/** The customer market of a referral; "" is none. */
export function marketOf(referral: Referral): string {
  return (referral.customerMarket ?? "").trim().toUpperCase();
}

/** Counts by customer market, most referrals first, then by code; no market has no code and comes last. */
export function countMarkets(referrals: readonly Referral[]): MarketCount[] {
  const codes = [...new Set(referrals.map(marketOf))];
  const counts = codes.map((code) => countMarket(code, referrals));
  return counts.sort((a, b) => b.referrals - a.referrals || (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ code }: MarketCount): string {
  return code || "\u{10ffff}";
}

function countMarket(code: string, referrals: readonly Referral[]): MarketCount {
  const { stages, open } = countFunnel(referrals.filter((referral) => marketOf(referral) === code));
  const stillOpen = Object.values(open).reduce((sum, count) => sum + count, 0);
  return { code, referrals: stages.Created, accepted: stages.Accepted, won: stages.Won, open: stillOpen };
}
