import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { Outcome } from "./outcome.ts";

/** Open outcomes that wait for an answer. */
export const WAITING_OUTCOMES = ["open-new", "open-acknowledged"] as const satisfies readonly Outcome[];

/** Hours within which a referral should be answered, unless a setting says otherwise. */
export const ANSWER_HOURS = 24;
/** Days after which Partner Center lets an unanswered referral expire. */
export const EXPIRY_DAYS = 14;

/** Ages above which a waiting referral is overdue, in ms, the shorter first. */
export type OverdueLimits = { answerMs: number; expiryMs: number };

export const OVERDUE_LIMITS: OverdueLimits = {
  answerMs: ANSWER_HOURS * HOUR_MS,
  expiryMs: EXPIRY_DAYS * DAY_MS,
};
/** The age of a referral that waits for an answer; `undated` when it waits since nobody knows when. */
export type OpenAge =
  | { kind: "not-waiting" }
  | { kind: "undated" }
  | { kind: "waiting"; ageMs: number; overdue: OverdueKind };

export type OverdueKind = "no" | "past-answer" | "past-expiry";

/** Whether an age in ms is past a limit; at the limit itself it is not yet. */
export function overdueAt(ageMs: number, limits: OverdueLimits = OVERDUE_LIMITS): OverdueKind {
  if (ageMs > limits.expiryMs) return "past-expiry";
  return ageMs > limits.answerMs ? "past-answer" : "no";
}

/**
 * The instant (ms UTC) before which a referral must have been created to be older than a limit at `now`: for a
 * filter that counts what is overdue without reading records.
 */
export function overdueBefore(now: number, limitMs: number): number {
  return now - limitMs;
}
