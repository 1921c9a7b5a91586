import { type Bucket, readBuckets } from "./buckets.ts";
import { readEnvelope } from "./envelope.ts";
import type { Referral } from "./fields.ts";
import type { GroupedQuery } from "./query.ts";
import { readRecords } from "./records.ts";

/** What every page tells: the service's own link to the next one, and how many rows there are on all pages. */
type PageFacts = { nextLink: string | null; totalCount: number | null };

export type GroupedPage = PageFacts & { buckets: readonly Bucket[] };
export type RecordsPage = PageFacts & { records: readonly Referral[] };

/**
 * Reads the body of an answer to a grouped question.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`; also where the rows are referrals.
 */
export function readGroupedPage(body: string, query: GroupedQuery): GroupedPage {
  const { rows, nextLink, totalCount } = readEnvelope(body);
  return { buckets: readBuckets(rows, query), nextLink, totalCount };
}

/**
 * Reads the body of an answer to a question for referrals.
 * @throws AnalyticsError `html`, `not-json` or `bad-shape`; also where the rows are counts.
 */
export function readRecordsPage(body: string): RecordsPage {
  const { rows, nextLink, totalCount } = readEnvelope(body);
  return { records: readRecords(rows), nextLink, totalCount };
}
