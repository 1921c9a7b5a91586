import type { BucketTable } from "./bucket-table.ts";
import { readBuckets } from "./buckets.ts";
import { isColumnsBody, readColumns } from "./columns.ts";
import { readEnvelope } from "./envelope.ts";
import { isObject, parseBody } from "./json.ts";
import type { GroupedQuery } from "./query.ts";
import { type RecordTable, recordTableOf } from "./record-table.ts";
import { readRecords } from "./records.ts";

/** The service's link to the next page, and the number of rows on all pages. */
type PageFacts = { nextLink: string | null; totalCount: number | null };

/** `isWhole`: whatever `top`, there are no further pages. */
export type GroupedPage = PageFacts & { buckets: BucketTable; isWhole: boolean };
export type RecordsPage = PageFacts & { records: RecordTable };

/**
 * Parses a grouped response.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`, also for rows that are referrals
 */
export function readGroupedPage(body: string, query: GroupedQuery): GroupedPage {
  const json = parseBody(body);
  if (isObject(json) && isColumnsBody(json)) {
    const buckets = readColumns(json, query);
    return { buckets, nextLink: null, totalCount: buckets.size, isWhole: true };
  }
  const { rows, nextLink, totalCount } = readEnvelope(json);
  return { buckets: readBuckets(rows, query), nextLink, totalCount, isWhole: false };
}

/**
 * Parses a response with referrals.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`, also for rows that are counts
 */
export function readRecordsPage(body: string): RecordsPage {
  const { rows, nextLink, totalCount } = readEnvelope(parseBody(body));
  return { records: recordTableOf(readRecords(rows)), nextLink, totalCount };
}

/** Parses response bodies, on any thread. Throws like the functions above. */
export type ResponseReader = {
  grouped: (body: ArrayBuffer, query: GroupedQuery) => Promise<GroupedPage>;
  records: (body: ArrayBuffer) => Promise<RecordsPage>;
};

const textOf = (body: ArrayBuffer) => new TextDecoder().decode(body);

/** Parses on the calling thread. */
export const DIRECT_READER: ResponseReader = {
  grouped: async (body, query) => readGroupedPage(textOf(body), query),
  records: async (body) => readRecordsPage(textOf(body)),
};
