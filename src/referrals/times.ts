import type { DateField } from "#partner-center/fields.ts";

/** The three response times, each from one date of a referral to another. */
export const TIMES = {
  "created-acknowledged": { from: "createdDate", to: "acknowledgedDate" },
  "created-accepted": { from: "createdDate", to: "acceptedDate" },
  "accepted-won": { from: "acceptedDate", to: "wonDate" },
} as const satisfies Record<string, { from: DateField; to: DateField }>;
export type Time = keyof typeof TIMES;
