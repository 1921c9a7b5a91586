import type { Referral } from "./csv.ts";
import { has } from "./outcome.ts";

/** Whole days in UTC, "YYYY-MM-DD", both included. */
export type Period = { from: string; to: string };

/** The day of creation; null when there is none. */
export function createdDay(referral: Referral): string | null {
  return has(referral, "created") ? (referral.createdDate ?? "").slice(0, 10) : null;
}

/** The referrals that were created in a period. */
export function createdIn(referrals: readonly Referral[], { from, to }: Period): Referral[] {
  return referrals.filter((referral) => {
    const day = createdDay(referral);
    return day !== null && day >= from && day <= to;
  });
}

/** Twelve calendar months, the last of them the month of the newest creation. */
export function defaultPeriod(referrals: readonly Referral[]): Period {
  const days = referrals.map((referral) => createdDay(referral) ?? "");
  const newest = days.sort().at(-1) ?? "";
  const [year = 0, month = 0] = newest.split("-").map(Number);
  return { from: dayOf(Date.UTC(year, month - 12, 1)), to: dayOf(Date.UTC(year, month, 0)) };
}

/** The UTC day of an instant in milliseconds. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
