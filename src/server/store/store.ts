import type { ExtraFilter } from "#config/extra-filter.ts";
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
  /** Earlier dates (ms UTC) are typing errors; default: before 2010. */
  firstPlausible?: number;
  /** Folder that stores file imports, to date the changes between them. */
  history?: string | null;
  say: (line: string) => void;
};

/** The source of the referrals: files, parsed records, or sample data as of an instant (ms UTC). */
export type DataSource =
  | { kind: "files"; files: readonly SourceFile[]; options: ReadingOptions }
  | { kind: "records"; name: string; records: Iterable<ImportedRecord>; now: number }
  | { kind: "sample"; now: number };

export type LoadReport = ImportReport & {
  source: string;
  withId: number;
};

/**
 * The rows of a page in chunks of comma-separated JSON objects in UTF-8. `total` counts all rows (buckets or records)
 * without paging.
 */
export type StoreResult = { rows: readonly Uint8Array[]; totalCount: number };

const COMMA = Buffer.from(",");

/** The rows of a result as one text, such as an array between brackets; copies once. */
export function textOf(before: string, { rows }: Pick<StoreResult, "rows">, after: string): Buffer {
  const listed = rows.flatMap((piece, index) => (index === 0 ? [piece] : [COMMA, piece]));
  return Buffer.concat([Buffer.from(before), ...listed, Buffer.from(after)]);
}

export type RecordPage = Extract<AnalyticsQuery, { kind: "records" }>;

/** An engine that answers analytics queries. Opened by the `open…` function of its engine. */
export type QueryStore = {
  /**
   * `signal` interrupts it.
   * @throws OverloadError where too many queries wait, or the reason of `signal`
   */
  ask(query: AnalyticsQuery, signal?: AbortSignal, extraFilter?: ExtraFilter): Promise<StoreResult>;
  /** Ids and additional fields of the same records in the same order. */
  askExtras(query: RecordPage, signal?: AbortSignal, extraFilter?: ExtraFilter): Promise<StoreResult>;
  /** Waiting queries, and their maximum. */
  queue(): { waiting: number; most: number };
  close(): Promise<void>;
};

/** An engine that loads referrals and holds them. */
export type Store = QueryStore & {
  /** @throws LoadError when a file is missing or unreadable */
  load(source: DataSource): Promise<LoadReport>;
};

/** A store that returns the additional fields. */
export function extrasOf(store: Pick<Store, "ask" | "askExtras">): Pick<Store, "ask"> {
  return {
    ask: (query, ...rest) =>
      query.kind === "records" ? store.askExtras(query, ...rest) : store.ask(query, ...rest),
  };
}
