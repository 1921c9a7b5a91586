import {
  DATE_FIELDS,
  type DateField,
  type Referral,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import { type InstantReading, printInstant } from "#partner-center/instant.ts";
import type { ExtraFields } from "./extra-fields.ts";

/** A referral from a file: its sixteen fields, parsed, and additional ones. */
export type ImportedRecord = {
  terms: Record<TermField, string | null>;
  dates: Record<DateField, InstantReading>;
  /** Dates that are substitutes for others that the source lacks. */
  approximate: ReadonlySet<DateField>;
  extra: ExtraFields;
};

/** The referral as Partner Center would send it: dates in UTC, unreadable ones as text. */
export function referralOf({ terms, dates }: ImportedRecord): Referral {
  const entries = [
    ...TERM_FIELDS.map((field) => [field, terms[field]]),
    ...DATE_FIELDS.map((field) => [field, dateText(dates[field])]),
  ];
  return Object.fromEntries(entries) as Referral;
}

function dateText(reading: InstantReading): string | null {
  if (reading.kind === "never") return null;
  return reading.kind === "instant" ? printInstant(reading.at) : reading.text;
}
