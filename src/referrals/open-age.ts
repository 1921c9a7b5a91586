import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { Outcome } from "./outcome.ts";

/** Open outcomes that are not answered yet. */
export const WAITING_OUTCOMES = ["open-new", "open-acknowledged"] as const satisfies readonly Outcome[];

/** Default of the hours within which a referral should be answered. */
export const ANSWER_HOURS = 24;
/** Days after which Partner Center expires an unanswered referral. */
export const EXPIRY_DAYS = 14;

/** Ages in ms above which an unanswered referral is overdue and expires. */
export type OverdueLimits = { answerMs: number; expiryMs: number };

export const OVERDUE_LIMITS: OverdueLimits = {
  answerMs: ANSWER_HOURS * HOUR_MS,
  expiryMs: EXPIRY_DAYS * DAY_MS,
};
/** The age of an unanswered referral; `undated` without a created date. */
export type OpenAge =
  | { kind: "not-waiting" }
  | { kind: "undated" }
  | { kind: "waiting"; ageMs: number; overdue: OverdueKind };

export type OverdueKind = "no" | "past-answer" | "past-expiry";

/** Whether an age in ms exceeds the limits; an age equal to a limit does not. */
export function overdueAt(ageMs: number, limits: OverdueLimits = OVERDUE_LIMITS): OverdueKind {
  if (ageMs > limits.expiryMs) return "past-expiry";
  return ageMs > limits.answerMs ? "past-answer" : "no";
}

/**
 * The created instant (ms UTC) before which a referral exceeds a limit at `now`: for filters that count without reading
 * records.
 */
export function overdueBefore(now: number, limitMs: number): number {
  return now - limitMs;
}
