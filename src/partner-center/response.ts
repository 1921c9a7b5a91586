import type { BucketTable } from "./bucket-table.ts";
import { readBuckets } from "./buckets.ts";
import { readEnvelope } from "./envelope.ts";
import type { GroupedQuery } from "./query.ts";
import { type RecordTable, recordTableOf } from "./record-table.ts";
import { readRecords } from "./records.ts";

/** What every page tells: the service's own link to the next one, and how many rows there are on all pages. */
type PageFacts = { nextLink: string | null; totalCount: number | null };

export type GroupedPage = PageFacts & { buckets: BucketTable };
export type RecordsPage = PageFacts & { records: RecordTable };

/**
 * Reads the body of an answer to a grouped query.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`; also where the rows are referrals.
 */
export function readGroupedPage(body: string, query: GroupedQuery): GroupedPage {
  const { rows, nextLink, totalCount } = readEnvelope(body);
  return { buckets: readBuckets(rows, query), nextLink, totalCount };
}

/**
 * Reads the body of an answer to a query for referrals.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`; also where the rows are counts.
 */
export function readRecordsPage(body: string): RecordsPage {
  const { rows, nextLink, totalCount } = readEnvelope(body);
  return { records: recordTableOf(readRecords(rows)), nextLink, totalCount };
}

/** What makes a page of the bytes of an answer, here or elsewhere. Each @throws what the functions above do. */
export type ResponseReader = {
  grouped: (body: ArrayBuffer, query: GroupedQuery) => Promise<GroupedPage>;
  records: (body: ArrayBuffer) => Promise<RecordsPage>;
};

const textOf = (body: ArrayBuffer) => new TextDecoder().decode(body);

/** Reads where it is called. */
export const DIRECT_READER: ResponseReader = {
  grouped: async (body, query) => readGroupedPage(textOf(body), query),
  records: async (body) => readRecordsPage(textOf(body)),
};
