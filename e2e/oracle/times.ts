import type { Referral } from "./csv.ts";
import { has, outcomeOf } from "./outcome.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const TIMES = {
  "created-acknowledged": ["created", "acknowledged"],
  "created-accepted": ["created", "accepted"],
  "accepted-won": ["accepted", "won"],
} as const;
export type TimeName = keyof typeof TIMES;

/** When a step was taken, ms since 1970 UTC; NaN where nobody knows. */
export function instantOf(referral: Referral, step: string): number {
  return has(referral, step) ? Date.parse(`${(referral[`${step}Date`] ?? "").slice(0, 19)}Z`) : Number.NaN;
}

/** What a referral took, in ms; null unless both dates are there, in order. */
export function tookOf(referral: Referral, time: TimeName): number | null {
  const [from, to] = TIMES[time];
  const ms = instantOf(referral, to) - instantOf(referral, from);
  return ms >= 0 ? ms : null;
}

export type Quantiles = { count: number; median: number; p75: number; p90: number };

/** Quantiles of a time, interpolated between closest ranks; NaN where nothing took it. */
export function quantilesOf(referrals: readonly Referral[], time: TimeName): Quantiles {
  const times = referrals.flatMap((one) => tookOf(one, time) ?? []).sort((a, b) => a - b);
  const at = (share: number): number => {
    const rank = (times.length - 1) * share;
    const low = times[Math.floor(rank)] ?? Number.NaN;
    const high = times[Math.ceil(rank)] ?? Number.NaN;
    return low + (high - low) * (rank - Math.floor(rank));
  };
  return { count: times.length, median: at(0.5), p75: at(0.75), p90: at(0.9) };
}

/** How a referral stands to an answer time in ms, at `now`. */
export function answerOf(referral: Referral, limit: number, now: number): string {
  const created = instantOf(referral, "created");
  if (Number.isNaN(created)) return "unknown";
  const answers = ["acknowledged", "accepted"].map((step) => instantOf(referral, step) - created);
  const first = Math.min(...answers.filter((ms) => ms >= 0));
  if (first !== Number.POSITIVE_INFINITY) return first <= limit ? "in-time" : "late";
  const outcome = outcomeOf(referral);
  const wasAnswered =
    has(referral, "acknowledged") ||
    has(referral, "accepted") ||
    ["Won", "Lost", "Open, accepted", "Open, acknowledged"].includes(outcome);
  if (wasAnswered) return "unknown";
  return outcome === "Open, new" && now - created <= limit ? "still-within" : "unanswered";
}

/** How long a referral has waited for an answer at `now`, in ms; null for one that does not wait. */
export function waitOf(referral: Referral, now: number): number | null {
  const waits = ["Open, new", "Open, acknowledged"].includes(outcomeOf(referral));
  const age = now - instantOf(referral, "created");
  return waits && !Number.isNaN(age) ? age : null;
}
