import type { DateField, TermField } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import type { ExtraFields } from "./extra-fields.ts";

/** A referral from a file: its sixteen fields, parsed, and additional ones. */
export type ImportedRecord = {
  terms: Record<TermField, string | null>;
  dates: Record<DateField, InstantReading>;
  /** Dates that are substitutes for others that the source lacks. */
  approximate: ReadonlySet<DateField>;
  extra: ExtraFields;
};
