import type { Mapping } from "#files/formats/mapping.ts";
import type { SourceCapabilities } from "#files/records/capabilities.ts";
import type { DateOrder } from "#files/values/date-text.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import type { JoinReport, RegistrationReport, TableReport } from "./import-report.ts";
import type { SourceFile } from "./source-files.ts";

/** How files are read; `now` is the clock in ms UTC, `say` takes a line for a person. */
export type ReadingOptions = {
  dateOrder: DateOrder | null;
  mapping: Mapping | null;
  now: number;
  say: (line: string) => void;
};

/** Where the referrals come from: files, or sample data as it stands at an instant (ms UTC). */
export type DataSource =
  | { kind: "files"; files: readonly SourceFile[]; options: ReadingOptions }
  | { kind: "sample"; now: number };

/** A line (or item) of the file that is no record, and why. Lines count from 1, the head included. */
export type RefusedLine = { line: number; reason: string };

export type LoadReport = {
  source: string;
  loaded: number;
  refused: number;
  /** The first refused lines, at most 100. */
  refusedLines: readonly RefusedLine[];
  /** Date values that could not be read; their records are kept. */
  unreadable: number;
  /** Records with an id, and with a created date that could be read. */
  withId: number;
  dated: number;
  /** What was read from which file; none for sample data. */
  tables: readonly TableReport[];
  joined: JoinReport;
  /** Null where no file holds deal registrations. */
  registrations: RegistrationReport | null;
  capabilities: SourceCapabilities;
  /** The newest date in the data that is neither before 2010 nor after the clock (ms UTC); null for none. */
  newest: number | null;
};

/**
 * The rows of a page, as pieces of JSON text in UTF-8: objects with commas between them, as are the pieces. The
 * number of all rows (buckets or records) is without paging.
 */
export type StoreResult = { rows: readonly Uint8Array[]; totalCount: number };

const COMMA = Buffer.from(",");

/** The rows of an answer in one text, such as of an array between brackets; one copy is made. */
export function textOf(before: string, { rows }: Pick<StoreResult, "rows">, after: string): Buffer {
  const listed = rows.flatMap((piece, index) => (index === 0 ? [piece] : [COMMA, piece]));
  return Buffer.concat([Buffer.from(before), ...listed, Buffer.from(after)]);
}

/** An engine that holds referrals and answers analytics queries. Opened by the engine's own `open…` function. */
export type Store = {
  /** @throws LoadError with one sentence for a person when the file is missing or wholly unreadable. */
  load(source: DataSource): Promise<LoadReport>;
  ask(query: AnalyticsQuery): Promise<StoreResult>;
  close(): Promise<void>;
};
