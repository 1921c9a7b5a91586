import type { BucketTable } from "./bucket-table.ts";
import {
  type CallOptions,
  type ClientOptions,
  type ContentReader,
  callEndpoint,
  type ResponseFacts,
} from "./call.ts";
import type { Filter } from "./filter.ts";
import { endpointAddress, nextSearch, PAGE_TOP } from "./pages.ts";
import type { AnalyticsQuery, GroupedQuery, PageRange, RecordQuery } from "./query.ts";
import { printQuery } from "./query-print.ts";
import type { RecordTable } from "./record-table.ts";
import { DIRECT_READER, type RecordsPage } from "./response.ts";
import { type Walk, walkPages } from "./walk.ts";

/**
 * All buckets of a query, page by page; the same keys may come in several. `totalCount` is the number of buckets
 * by the service's own count. `endedEarly` when the pages began to repeat, so that buckets may be missing. Time and
 * identifier are the first page's, bytes those of all pages.
 */
type GroupedResponse = ResponseFacts & {
  pages: readonly [BucketTable, ...BucketTable[]];
  totalCount: number | null;
  endedEarly: boolean;
};

/** The number of referrals, null where the service does not tell. */
type TotalResponse = ResponseFacts & { totalCount: number | null };

/** Where a page of referrals begins; `search` is the service's own link to it, as the page before gave it. */
type RecordsPlace = PageRange & { search?: string | undefined };

/** A page of referrals, and where the next one begins (null behind the last). An id may come again on a later page. */
type RecordsResult = ResponseFacts & {
  records: RecordTable;
  totalCount: number | null;
  next: RecordsPlace | null;
};

/** Asks the analytics endpoint, each page once: trying again is the caller's part, see `retryDelay`. */
export type AnalyticsClient = {
  grouped(query: GroupedQuery, call?: CallOptions): Promise<GroupedResponse>;
  total(filter: Filter | null, call?: CallOptions): Promise<TotalResponse>;
  recordsPage(query: RecordQuery, place: RecordsPlace, call?: CallOptions): Promise<RecordsResult>;
};

function addedUp({ pages, endedEarly }: Walk): GroupedResponse {
  const [{ content, ...facts }, ...others] = pages;
  return {
    ...facts,
    bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0),
    pages: [content.buckets, ...others.map((page) => page.content.buckets)],
    totalCount: content.totalCount,
    endedEarly,
  };
}

async function askGrouped(
  options: ClientOptions,
  query: GroupedQuery,
  call: CallOptions,
): Promise<GroupedResponse> {
  const analyticsQuery: AnalyticsQuery = { kind: "grouped", query, page: { top: PAGE_TOP, skip: 0 } };
  const { reader = DIRECT_READER } = options;
  const read = (body: ArrayBuffer) => reader.grouped(body, query);
  const walk = await walkPages(analyticsQuery, endpointAddress(options.endpoint), (search, page) => {
    // An identifier belongs to one call: the caller's goes with the first page, the others get their own.
    const requestId = page === 0 ? call.requestId : undefined;
    return callEndpoint(options, search, read, { signal: call.signal, requestId });
  });
  return addedUp(walk);
}

function recordsReader({ reader = DIRECT_READER }: ClientOptions): ContentReader<RecordsPage> {
  return (body) => reader.records(body);
}

async function askTotal(
  options: ClientOptions,
  filter: Filter | null,
  call: CallOptions,
): Promise<TotalResponse> {
  const search = printQuery({ kind: "records", query: { filter }, page: { top: 1, skip: 0 } });
  const { content, ...facts } = await callEndpoint(options, search, recordsReader(options), call);
  // Without a count, no row out of one asked for still tells: there are none.
  const none = content.records.size === 0 ? 0 : null;
  return { ...facts, totalCount: content.totalCount ?? none };
}

async function askRecords(
  options: ClientOptions,
  query: RecordQuery,
  place: RecordsPlace,
  call: CallOptions,
): Promise<RecordsResult> {
  const page: PageRange = { top: Math.min(place.top, PAGE_TOP), skip: place.skip };
  const analyticsQuery: AnalyticsQuery = { kind: "records", query, page };
  const search = place.search ?? printQuery(analyticsQuery);
  const { content, ...facts } = await callEndpoint(options, search, recordsReader(options), call);
  const { records, nextLink, totalCount } = content;
  const received = page.skip + records.size;
  const progress = { rows: records.size, received, nextLink, totalCount };
  const next = nextSearch(analyticsQuery, progress, endpointAddress(options.endpoint));
  return {
    ...facts,
    records,
    totalCount,
    next: next === null ? null : { ...page, skip: received, search: next },
  };
}

/** A client of the endpoint; it asks the token anew for every page. */
export function createClient(options: ClientOptions): AnalyticsClient {
  return {
    grouped: (query, call = {}) => askGrouped(options, query, call),
    total: (filter, call = {}) => askTotal(options, filter, call),
    recordsPage: (query, place, call = {}) => askRecords(options, query, place, call),
  };
}
