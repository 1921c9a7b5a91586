import type { Referral } from "./csv.ts";
import { countFunnel } from "./funnel.ts";
import { has, outcomeOf } from "./outcome.ts";
import type { Period } from "./period.ts";

/** Created, acknowledged, accepted, won, still open, and the rates of acceptance and of wins (NaN without a base). */
export type FunnelFigures = readonly number[];

/** The figures of a funnel in the order in which tables show them. */
export function funnelFigures(referrals: readonly Referral[]): FunnelFigures {
  const { Created, Acknowledged, Accepted, Won } = countFunnel(referrals).stages;
  const open = referrals.filter((one) => outcomeOf(one).startsWith("Open")).length;
  return [Created, Acknowledged, Accepted, Won, open, Accepted / Created, Won / Created];
}

/** The largest eight parts by count, ties by key, the rest as "Other (n)", and "All". */
export function rankedParts(
  referrals: readonly Referral[],
  keyOf: (referral: Referral) => string,
): [string, FunnelFigures][] {
  const keys = [...new Set(referrals.map(keyOf))];
  const groups = keys.map((key) => [key, referrals.filter((one) => keyOf(one) === key)] as const);
  const ranked = groups.sort((a, b) => b[1].length - a[1].length || (orderOf(a[0]) < orderOf(b[0]) ? -1 : 1));
  return withOther(ranked.slice(0, 8), ranked.slice(8), referrals);
}

// No market comes last among equals.
function orderOf(key: string): string {
  return key || "\u{10ffff}";
}

/** Parts as rows of figures: those shown, the rest as "Other (n)", and "All". */
export function withOther(
  shown: readonly (readonly [string, readonly Referral[]])[],
  rest: readonly (readonly [string, readonly Referral[]])[],
  all: readonly Referral[],
): [string, FunnelFigures][] {
  const other: [string, readonly Referral[]] = [`Other (${rest.length})`, rest.flatMap(([, some]) => some)];
  const rows = [...shown, ...(rest.length > 0 ? [other] : []), ["All", all] as const];
  return rows.map(([key, some]) => [key, funnelFigures(some)]);
}

/** The referrals one of whose dates lies in a period. */
export function datedIn(referrals: readonly Referral[], step: string, { from, to }: Period): Referral[] {
  return referrals.filter((one) => {
    const day = dayOfStep(one, step);
    return day !== "" && day >= from && day <= to;
  });
}

/** The day of a step; "" when there is none. */
export function dayOfStep(referral: Referral, step: string): string {
  return has(referral, step) ? (referral[`${step}Date`] ?? "").slice(0, 10) : "";
}
