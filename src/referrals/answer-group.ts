/**
 * How a referral stands to an answer time, the first that fits:
 * - `unknown`: no created date; or it was answered, but no date in order tells when;
 * - `in-time`, `late`: acknowledged or accepted, the earlier of the two dates that are not before created counts;
 * - `still-within`: new, and its time is not over yet;
 * - `unanswered`: new and over its time, or closed without ever having been acknowledged or accepted: a referral that
 *   was declined, skipped, expired or missed straight away is not answered.
 */
export const ANSWER_GROUPS = ["in-time", "late", "unanswered", "still-within", "unknown"] as const;
export type AnswerGroup = (typeof ANSWER_GROUPS)[number];
