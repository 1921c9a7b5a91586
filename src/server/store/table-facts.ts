import type { ExtraField } from "#files/records/extra-fields.ts";
import type { DateField, Field, TermField } from "#partner-center/fields.ts";

/** Text fields with few values; as an ENUM a column groups faster and takes a third less memory. */
export const REPEATING_TERMS = ["status", "customerMarket", "customerOrgSize", "partnerMarket"] as const;

/** In ms UTC; null without dates. */
export type DateEnds = { oldest: number | null; latest: number | null };

/** Properties of `referrals`, found once so that queries need not. */
export type TableFacts = {
  /** The number of rows; numbered from 0 without gaps. */
  records: number;
  /** The values of ENUM columns, in their order. */
  enums: ReadonlyMap<TermField, readonly string[]>;
  /** Fields with text that JSON has to escape. */
  escaped: ReadonlySet<TermField>;
  /** Fields with unreadable dates, whose texts are in a column of their own. */
  unreadable: ReadonlySet<DateField>;
  /** Fields with milliseconds. */
  fractional: ReadonlySet<DateField>;
  /** Fields that no record has. */
  empty: ReadonlySet<Field>;
  /** Additional fields that some record has. */
  extras: readonly ExtraField[];
  /** Fields that every record has. */
  full: ReadonlySet<Field>;
  /** The first and last date of each field. */
  ends: ReadonlyMap<DateField, DateEnds>;
};

/** The column with the unreadable texts of a date field. */
export function unreadableColumn(field: DateField): string {
  return `${field}Text`;
}

/** The column with year × 12 + month − 1: small integers group twice as fast as dates. */
export function monthColumn(field: DateField): string {
  return `${field}Month`;
}

export const NOTHING_LOADED: TableFacts = {
  records: 0,
  enums: new Map(),
  escaped: new Set(),
  unreadable: new Set(),
  fractional: new Set(),
  empty: new Set(),
  extras: [],
  full: new Set(),
  ends: new Map(),
};
