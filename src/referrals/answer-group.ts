/**
 * Response to a referral within an answer time; the first that applies:
 * - `unknown`: no created date, or answered without a date in order;
 * - `in-time`, `late`: acknowledged or accepted; the earlier of the two dates not before created counts;
 * - `still-within`: new, and within the time;
 * - `unanswered`: new and past the time, or closed without having been acknowledged or accepted. Declined, skipped,
 *   expired or missed straight away is not an answer.
 */
export const ANSWER_GROUPS = ["in-time", "late", "unanswered", "still-within", "unknown"] as const;
export type AnswerGroup = (typeof ANSWER_GROUPS)[number];
