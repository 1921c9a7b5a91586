import type { Mapping } from "#files/formats/mapping.ts";
import type { ImportReport } from "#files/import/import-report.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import type { DateOrder } from "#files/values/date-text.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import type { SourceFile } from "./source-files.ts";

/** How files are read; `now` is the clock in ms UTC, `say` takes a line for a person. */
export type ReadingOptions = {
  dateOrder: DateOrder | null;
  mapping: Mapping | null;
  now: number;
  /** Earlier dates (ms UTC) are slips; those before 2010 where it is left out. */
  firstPlausible?: number;
  /** Folder where each import of files is kept, so that changes between them get their dates. */
  history?: string | null;
  say: (line: string) => void;
};

/** Where the referrals come from: files, records that are read already, or sample data as it stands at an instant (ms UTC). */
export type DataSource =
  | { kind: "files"; files: readonly SourceFile[]; options: ReadingOptions }
  | { kind: "records"; name: string; records: Iterable<ImportedRecord>; now: number }
  | { kind: "sample"; now: number };

export type LoadReport = ImportReport & {
  source: string;
  /** Records with an id. */
  withId: number;
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

/** A page of records. */
export type RecordPage = Extract<AnalyticsQuery, { kind: "records" }>;

/** An engine that holds referrals and answers analytics queries. Opened by the engine's own `open…` function. */
export type Store = {
  /** @throws LoadError with one sentence for a person when the file is missing or wholly unreadable. */
  load(source: DataSource): Promise<LoadReport>;
  /** `signal` ends it. @throws OverloadError where too many queries wait, or the reason of `signal`. */
  ask(query: AnalyticsQuery, signal?: AbortSignal): Promise<StoreResult>;
  /** The same records in the same order: their ids, and what files tell beside the sixteen fields. */
  askExtras(query: RecordPage, signal?: AbortSignal): Promise<StoreResult>;
  /** Queries that wait for the engine, and how many may. */
  queue(): { waiting: number; most: number };
  close(): Promise<void>;
};

/** The store as it answers with the fields beside the sixteen. */
export function extrasOf(store: Pick<Store, "ask" | "askExtras">): Pick<Store, "ask"> {
  return {
    ask: (query, signal) =>
      query.kind === "records" ? store.askExtras(query, signal) : store.ask(query, signal),
  };
}
