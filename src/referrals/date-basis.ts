import type { DateField } from "#partner-center/fields.ts";

/** The dates that a period can restrict; created is the default. */
export const DATE_BASES = [
  "created",
  "acknowledged",
  "accepted",
  "won",
  "lost",
  "declined",
  "skipped",
  "expired",
  "missed",
  "archived",
] as const;
export type DateBasis = (typeof DATE_BASES)[number];

export function dateFieldOf(basis: DateBasis): DateField {
  return `${basis}Date`;
}
