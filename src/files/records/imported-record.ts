import {
  DATE_FIELDS,
  type DateField,
  type Referral,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import { type InstantReading, printInstant } from "#partner-center/instant.ts";
import type { ExtraFields } from "./extra-fields.ts";

/** A referral as a file tells it: its sixteen fields, read, and what else the file has. */
export type ImportedRecord = {
  terms: Record<TermField, string | null>;
  dates: Record<DateField, InstantReading>;
  /** Dates that stand for another one that the source does not have. */
  approximate: ReadonlySet<DateField>;
  extra: ExtraFields;
};

/** The referral as Partner Center would send it: dates in UTC, an unreadable date as the text that it is. */
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
