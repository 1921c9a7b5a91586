/** The stages of the funnel, in order. */
export const STAGES = ["created", "acknowledged", "accepted", "won"] as const;
export type Stage = (typeof STAGES)[number];
