import type { ExtraField } from "#files/records/extra-fields.ts";
import type { DateField, Field, TermField } from "#partner-center/fields.ts";

/** What is known of `referrals` once it is made, so that no query has to look for it again. */
export type TableFacts = {
  /** The number of its rows; these are numbered from 0 on, without a gap. */
  records: number;
  /** The fields with a text that JSON has to escape. */
  escaped: ReadonlySet<TermField>;
  /** The fields with texts that could not be read; these stand in a column of their own. */
  unreadable: ReadonlySet<DateField>;
  /** The fields with milliseconds. */
  fractional: ReadonlySet<DateField>;
  /** The fields that no record has. */
  empty: ReadonlySet<Field>;
  /** The fields beside the sixteen that some record has. */
  extras: readonly ExtraField[];
  /** The fields that every record has. */
  full: ReadonlySet<Field>;
};

/** The column with the texts of a date field that could not be read. */
export function unreadableColumn(field: DateField): string {
  return `${field}Text`;
}

/** The column with year × 12 + month − 1: small whole numbers group twice as fast as dates. */
export function monthColumn(field: DateField): string {
  return `${field}Month`;
}

export const NOTHING_LOADED: TableFacts = {
  records: 0,
  escaped: new Set(),
  unreadable: new Set(),
  fractional: new Set(),
  empty: new Set(),
  extras: [],
  full: new Set(),
};
