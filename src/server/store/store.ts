import type { ExtraFilter } from "#config/extra-filter.ts";
import type { Mapping } from "#files/formats/mapping.ts";
import type { ImportReport } from "#files/import/import-report.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import type { DateOrder } from "#files/values/date-text.ts";
import type { BucketTable } from "#partner-center/bucket-table.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { bucketRows } from "./bucket-json.ts";
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

/** The buckets of a page as columns, ordered by their keys, nulls last; `totalCount` counts all. */
export type Buckets = { table: BucketTable; totalCount: number };

/** A page of buckets. */
export type BucketPage = Extract<AnalyticsQuery, { kind: "grouped" }>;

export type RecordPage = Extract<AnalyticsQuery, { kind: "records" }>;

/** An engine that answers analytics queries. Opened by the `open…` function of its engine. */
export type QueryStore = {
  /**
   * `signal` interrupts it.
   * @throws OverloadError where too many queries wait, or the reason of `signal`
   */
  list(query: RecordPage, signal?: AbortSignal, extraFilter?: ExtraFilter): Promise<StoreResult>;
  /** Counts like `list`; `top` may exceed a page. */
  group(query: BucketPage, signal?: AbortSignal, extraFilter?: ExtraFilter): Promise<Buckets>;
  /** Ids and additional fields of the same records in the same order. */
  listExtras(query: RecordPage, signal?: AbortSignal, extraFilter?: ExtraFilter): Promise<StoreResult>;
  /** Waiting queries, and their maximum. */
  queue(): { waiting: number; most: number };
  close(): Promise<void>;
};

/** An engine that loads referrals and holds them. */
export type Store = QueryStore & {
  /** @throws LoadError when a file is missing or unreadable */
  load(source: DataSource): Promise<LoadReport>;
};

/** The rows of a page of any query. */
export async function fetchRows(
  store: Pick<Store, "list" | "group">,
  query: AnalyticsQuery,
  signal?: AbortSignal,
  extraFilter?: ExtraFilter,
): Promise<StoreResult> {
  if (query.kind === "records") return store.list(query, signal, extraFilter);
  const { table, totalCount } = await store.group(query, signal, extraFilter);
  return { rows: bucketRows(table, { top: table.size, skip: 0 }), totalCount };
}

/** A store that returns the additional fields. */
export function extrasOf({
  group,
  listExtras,
}: Pick<Store, "group" | "listExtras">): Pick<Store, "list" | "group"> {
  return { group, list: listExtras };
}
