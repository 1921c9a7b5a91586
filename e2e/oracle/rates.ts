import type { Referral } from "./csv.ts";
import { countFunnel } from "./funnel.ts";
import { outcomeOf } from "./outcome.ts";

/** The part and the base of a rate. */
export type Share = { part: number; base: number };
export type RateName = "acceptance" | "win" | "close";

/** A rate of some referrals. */
export function shareOf(referrals: readonly Referral[], rate: RateName): Share {
  const { Created, Accepted, Won } = countFunnel(referrals).stages;
  const lost = referrals.filter((one) => outcomeOf(one) === "Lost").length;
  if (rate === "acceptance") return { part: Accepted, base: Created };
  return { part: Won, base: rate === "win" ? Created : Won + lost };
}

/** A part of a base; null without one. */
export function quotient(part: number, base: number): number | null {
  return base === 0 ? null : part / base;
}

/** Its value; NaN without a base. */
export function rateOf({ part, base }: Share): number {
  return part / base;
}

/** The ends of the Wilson 95 % interval: the shares from which that of the sample is 1.96 standard errors away. */
export function intervalOf({ part, base }: Share): [number, number] {
  const z = 1.959964;
  // (share - x)² = z² x (1 - x) / base, a quadratic equation in x.
  const [a, b, c] = [1 + z ** 2 / base, -(2 * (part / base) + z ** 2 / base), (part / base) ** 2];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}

const percent = new Intl.NumberFormat("en-US", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A share as the page writes it. */
export function percentOf(share: number): string {
  return percent.format(share);
}

/** An interval as the page writes it: "18.1% to 45.4%". */
export function intervalText(share: Share, between = " to "): string {
  return share.base === 0 ? "–" : intervalOf(share).map(percentOf).join(between);
}
