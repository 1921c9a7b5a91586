import { dayOfInstant } from "#lib/calendar.ts";
import type { DateField, Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import type { Period } from "./period.ts";

/** The dates over which a period may run; created is the default. */
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

/** The field of a date basis. */
export function dateFieldOf(basis: DateBasis): DateField {
  return `${basis}Date`;
}

/** Where a referral stands to a period: `undated` when its basis date is missing or unreadable. */
export function placeInPeriod(
  referral: Referral,
  basis: DateBasis,
  period: Period,
): "inside" | "outside" | "undated" {
  const reading = readInstant(referral[dateFieldOf(basis)]);
  if (reading.kind !== "instant") return "undated";
  const day = dayOfInstant(reading.at);
  return period.from <= day && day <= period.to ? "inside" : "outside";
}
