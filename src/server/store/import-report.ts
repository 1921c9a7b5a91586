import type { FormatId } from "#files/formats/format.ts";
import type { FormatScore } from "#files/formats/recognise.ts";
import type { TableNote } from "#files/raw-table.ts";
import type { SourceCapabilities } from "#files/records/capabilities.ts";
import type { DateColumnReport } from "#files/values/date-column.ts";
import type { Field } from "#partner-center/fields.ts";

/** What was read from a file (or a file of an archive, or a sheet). */
export type TableReport = {
  name: string;
  format: FormatId | "mapping";
  /** How many columns of each format the header has. */
  scores: readonly FormatScore[];
  /** Columns that nothing is read from. */
  unknownColumns: readonly string[];
  /** Columns and what they fill. */
  columns: Readonly<Record<string, string>>;
  rows: number;
  refused: number;
  dates: readonly DateColumnReport[];
  notes: readonly TableNote[];
  capabilities: SourceCapabilities;
};

/** Records of several files that were put together by their referral id. */
export type JoinReport = {
  /** Referrals that several records tell of, and how many records these are. */
  referrals: number;
  records: number;
  /** Referrals whose records say different things; the first hundred with the fields. */
  contradictions: number;
  byField: Readonly<Record<string, number>>;
  listed: readonly { id: string; fields: readonly Field[] }[];
};

export type RegistrationReport = { records: number; withoutReferral: number };

export const NOTHING_JOINED: JoinReport = {
  referrals: 0,
  records: 0,
  contradictions: 0,
  byField: {},
  listed: [],
};
