import type { SourceFacts } from "#config/source-facts.ts";
import type { Field } from "#partner-center/fields.ts";
import type { FormatId } from "../formats/format.ts";
import type { FormatScore } from "../formats/recognise.ts";
import type { RejectedRow, RejectedRows, TableNote } from "../raw-table.ts";
import type { SourceCapabilities } from "../records/capabilities.ts";
import type { ExtraCount } from "../records/extra-fields.ts";
import type { DateColumnReport } from "../values/date-column.ts";

/** What was read from a file (or a file of an archive, or a sheet). */
export type TableReport = {
  name: string;
  format: FormatId | "mapping";
  /** How many columns of each format the header has. */
  scores: readonly FormatScore[];
  /** Ignored columns. */
  unknownColumns: readonly string[];
  /** Columns and what they fill. */
  columns: Readonly<Record<string, string>>;
  rows: number;
  rejected: Omit<RejectedRows, "lines">;
  dates: readonly DateColumnReport[];
  notes: readonly TableNote[];
  capabilities: SourceCapabilities;
};

/** Records from several files merged by referral id. */
export type JoinReport = {
  /** Merged referrals, and the number of their records. */
  referrals: number;
  records: number;
  /** Referrals with conflicting records; the first hundred with the fields. */
  contradictions: number;
  byField: Readonly<Record<string, number>>;
  listed: readonly { id: string; fields: readonly Field[] }[];
};

/** The rejected rows of all tables: their number, and the first ones with their table. */
export function rejectedRows(tables: readonly TableReport[]): {
  count: number;
  first: readonly (RejectedRow & { table: string })[];
} {
  const first = tables.flatMap(({ name, rejected }) =>
    rejected.first.map((row) => ({ ...row, table: name })),
  );
  return { count: tables.reduce((sum, { rejected }) => sum + rejected.count, 0), first };
}

export type RegistrationReport = { records: number; withoutReferral: number };

export const NOTHING_JOINED: JoinReport = {
  referrals: 0,
  records: 0,
  contradictions: 0,
  byField: {},
  listed: [],
};

/** The result of an import. Only the first conflicts are listed. */
export type ImportReport = {
  loaded: number;
  /** Unreadable dates; their records are kept. */
  unreadable: number;
  /** Records with a readable created date. */
  dated: number;
  /** What was read from which file; empty for sample data. */
  tables: readonly TableReport[];
  joined: JoinReport;
  /** Null without deal registrations. */
  registrations: RegistrationReport | null;
  capabilities: SourceCapabilities;
  /** Additional fields in the files. */
  extras: readonly ExtraCount[];
  /** Deals closed as an error; they are in no figure. */
  closedAsError: number;
  /** The newest plausible date, neither too early nor in the future (ms UTC); null for none. */
  newest: number | null;
  /** Referrals with an implausible date, and an example (ms UTC), if checked. */
  implausible?: { count: number; example: number | null };
  /** The stored imports that these referrals come from. */
  history?: SourceFacts["history"];
};
