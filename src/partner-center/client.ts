import type { BucketTable } from "./bucket-table.ts";
import {
  type CallOptions,
  type ClientOptions,
  type ContentReader,
  callEndpoint,
  type ResponseMetadata,
} from "./call.ts";
import { COLUMNS_TYPE } from "./columns.ts";
import type { Filter } from "./filter.ts";
import { endpointAddress, nextSearch, PAGE_TOP } from "./pages.ts";
import type { AnalyticsQuery, GroupedQuery, PageRange, RecordQuery } from "./query.ts";
import { printQuery } from "./query-print.ts";
import type { RecordTable } from "./record-table.ts";
import { DIRECT_READER, type RecordsPage } from "./response.ts";
import { type Walk, walkPages } from "./walk.ts";

/**
 * All buckets of a query, page by page; keys may repeat across pages. `totalCount` is the service's number of buckets.
 * `endedEarly`: pages began to repeat, so buckets may be missing. `serverTime` and `requestId` are those of the first
 * page, `bytes` of all pages.
 */
type GroupedResponse = ResponseMetadata & {
  pages: readonly [BucketTable, ...BucketTable[]];
  totalCount: number | null;
  endedEarly: boolean;
};

/** The number of referrals; null where the service does not tell. */
type TotalResponse = ResponseMetadata & { totalCount: number | null };

/** Where a page of referrals begins; `search` is the next link of the page before. */
type RecordsPlace = PageRange & { search?: string | undefined };

/** A page of referrals and where the next one begins; null after the last. Ids may repeat on later pages. */
type RecordsResult = ResponseMetadata & {
  records: RecordTable;
  totalCount: number | null;
  next: RecordsPlace | null;
};

/** Client of the analytics endpoint. It does not retry: that is up to the caller, see `retryDelay`. */
export type AnalyticsClient = {
  grouped(query: GroupedQuery, call?: CallOptions): Promise<GroupedResponse>;
  total(filter: Filter | null, call?: CallOptions): Promise<TotalResponse>;
  recordsPage(query: RecordQuery, place: RecordsPlace, call?: CallOptions): Promise<RecordsResult>;
};

function addedUp({ pages, endedEarly }: Walk): GroupedResponse {
  const [{ content, ...metadata }, ...others] = pages;
  return {
    ...metadata,
    bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0),
    pages: [content.buckets, ...others.map((page) => page.content.buckets)],
    totalCount: content.totalCount,
    endedEarly,
  };
}

async function fetchGrouped(
  options: ClientOptions,
  query: GroupedQuery,
  call: CallOptions,
): Promise<GroupedResponse> {
  const analyticsQuery: AnalyticsQuery = { kind: "grouped", query, page: { top: PAGE_TOP, skip: 0 } };
  const { reader = DIRECT_READER } = options;
  const read = (body: ArrayBuffer) => reader.grouped(body, query);
  const walk = await walkPages(analyticsQuery, endpointAddress(options.endpoint), (search, page) => {
    // A request id belongs to one call: the caller's is for the first page.
    const requestId = page === 0 ? call.requestId : undefined;
    return callEndpoint(options, search, read, { signal: call.signal, requestId, accept: COLUMNS_TYPE });
  });
  return addedUp(walk);
}

function recordsReader({ reader = DIRECT_READER }: ClientOptions): ContentReader<RecordsPage> {
  return (body) => reader.records(body);
}

async function fetchTotal(
  options: ClientOptions,
  filter: Filter | null,
  call: CallOptions,
): Promise<TotalResponse> {
  const search = printQuery({ kind: "records", query: { filter }, page: { top: 1, skip: 0 } });
  const { content, ...metadata } = await callEndpoint(options, search, recordsReader(options), call);
  // Without a count, an empty page for `top` 1 still tells that there are none.
  const none = content.records.size === 0 ? 0 : null;
  return { ...metadata, totalCount: content.totalCount ?? none };
}

async function fetchRecords(
  options: ClientOptions,
  query: RecordQuery,
  place: RecordsPlace,
  call: CallOptions,
): Promise<RecordsResult> {
  const page: PageRange = { top: Math.min(place.top, PAGE_TOP), skip: place.skip };
  const analyticsQuery: AnalyticsQuery = { kind: "records", query, page };
  const search = place.search ?? printQuery(analyticsQuery);
  const { content, ...metadata } = await callEndpoint(options, search, recordsReader(options), call);
  const { records, nextLink, totalCount } = content;
  const received = page.skip + records.size;
  const progress = { rows: records.size, received, nextLink, totalCount };
  const next = nextSearch(analyticsQuery, progress, endpointAddress(options.endpoint));
  return {
    ...metadata,
    records,
    totalCount,
    next: next === null ? null : { ...page, skip: received, search: next },
  };
}

/** The client gets the token anew for every page. */
export function createClient(options: ClientOptions): AnalyticsClient {
  return {
    grouped: (query, call = {}) => fetchGrouped(options, query, call),
    total: (filter, call = {}) => fetchTotal(options, filter, call),
    recordsPage: (query, place, call = {}) => fetchRecords(options, query, place, call),
  };
}
