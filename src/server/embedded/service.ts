import {
  EXTRA_PARAMETER,
  type ExtraFilter,
  printExtraFilter,
  splitExtraFilter,
} from "#config/extra-filter.ts";
import type { BucketTable } from "#partner-center/bucket-table.ts";
import { COLUMNS_TYPE } from "#partner-center/columns.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { parseRequestQuery } from "#server/gateway/forward.ts";
import { errorBody } from "#server/gateway/reply.ts";
import { restrictToUser, type Spellings } from "../authorize/restrict-to-user.ts";
import type { User } from "../authorize/user.ts";
import { accepts, chooseEncoding, type Encoding, encode } from "../gateway/compression.ts";
import { bucketColumns, bucketText } from "../store/bucket-json.ts";
import {
  type BucketPage,
  type Buckets,
  fetchRows,
  type Store,
  type StoreResult,
  textOf,
} from "../store/store.ts";
import { type CacheUsage, createResponseCache } from "./response-cache.ts";

/** A response in one encoding; the body is immutable. */
export type ServiceResponse = { status: number; body: Buffer; encoding: Encoding; type: string };

/** An authorised call. `access` is what its user may see; without it, everything. */
export type ServiceRequest = {
  search: string;
  accept?: string | undefined;
  acceptEncoding?: string | undefined;
  access?: { user: User; spellings: Spellings };
  /** Aborted when the caller has disconnected. */
  signal?: AbortSignal;
};

export type AnalyticsService = {
  /**
   * Parses a query, restricts it to its user, executes and encodes it; next links repeat the query.
   * @throws OverloadError
   */
  respond(request: ServiceRequest): Promise<ServiceResponse>;
  cacheUsage: () => CacheUsage;
};

/** Size of the response cache in bytes. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** Buckets of a query that are kept, so that its pages need no further grouping. */
const MAX_KEPT = 100_000;

/** How much an analytics service keeps and for how long (0: for good), and how long it takes for a query. */
export type ServiceLimits = { cacheBytes?: number; timeoutMs?: number; maxAgeMs?: number };

/**
 * Partner Center's referrals analytics over a store; `path` is used in next links. An invalid query gets 400 with the
 * reason.
 */
export function createAnalyticsService(
  store: Pick<Store, "list" | "group">,
  path: string,
  { cacheBytes = CACHE_BYTES, timeoutMs = 30_000, maxAgeMs = 0 }: ServiceLimits = {},
): AnalyticsService {
  const cache = createResponseCache(cacheBytes, timeoutMs, maxAgeMs);

  /** The first buckets of a query, from which its pages are cut. */
  function firstBuckets({ query }: BucketPage, extraFilter: ExtraFilter, caller: AbortSignal): Promise<Kept> {
    const whole: BucketPage = { kind: "grouped", query, page: { top: MAX_KEPT, skip: 0 } };
    const make = async (ending: AbortSignal) => sized(await store.group(whole, ending, extraFilter));
    return cache.get(`buckets ${printQuery(whole)} ${printExtraFilter(extraFilter)}`, make, caller, true);
  }

  async function contentOf(
    allowed: AnalyticsQuery,
    extraFilter: ExtraFilter,
    isInColumns: boolean,
    ending: AbortSignal,
  ): Promise<Content | BucketTable> {
    const { page } = allowed;
    if (allowed.kind === "records") return contentFrom(await store.list(allowed, ending, extraFilter));
    const { table, totalCount } = await firstBuckets(allowed, extraFilter, ending);
    if (isInColumns && table.size === totalCount) return table;
    if (Math.min(page.skip + page.top, totalCount) > table.size)
      return contentFrom(await fetchRows(store, allowed, ending, extraFilter));
    return { totalCount, between: (before, after) => bucketText(table, page, before, after) };
  }

  return {
    cacheUsage: cache.usage,
    async respond({ search, accept, acceptEncoding, access, signal }) {
      const split = splitExtraFilter(search);
      const read = split ? parseRequestQuery(split.rest) : UNREADABLE;
      if ("refusal" in read)
        return { status: 400, body: Buffer.from(read.refusal), encoding: "identity", type: JSON_TYPE };
      const allowed = access ? restrictToUser(read.query, access.user, access.spellings) : read.query;
      const extraFilter = split?.extraFilter ?? [];
      const isInColumns =
        allowed.kind === "grouped" && allowed.page.skip === 0 && accepts(accept, COLUMNS_TYPE);
      const texts = [printQuery(allowed), printQuery(read.query), printExtraFilter(extraFilter)];
      const key = `${isInColumns ? "columns" : "rows"} ${texts.join(" ")}`;
      const make = async (ending: AbortSignal): Promise<Body> => {
        const content = await contentOf(allowed, extraFilter, isInColumns, ending);
        if ("columns" in content) return bodyOf(bucketColumns(content), COLUMNS_TYPE);
        return bodyOf(page(content, path, read.query), JSON_TYPE);
      };
      const { bytes, type } = await cache.get(key, make, signal);
      const encoding = chooseEncoding(acceptEncoding, bytes.byteLength);
      if (encoding === "identity") return { status: 200, body: bytes, encoding, type };
      const body = await cache.get(`${encoding} ${key}`, () => encode(bytes, encoding), signal);
      return { status: 200, body, encoding, type };
    },
  };
}

const JSON_TYPE = "application/json; charset=utf-8";

/** What the cache keeps, with its size. */
type Body = { bytes: Buffer; type: string; byteLength: number };
type Kept = Buckets & { byteLength: number };

function bodyOf(bytes: Buffer, type: string): Body {
  return { bytes, type, byteLength: bytes.byteLength };
}

function sized(buckets: Buckets): Kept {
  const { counts, columns } = buckets.table;
  const texts = columns.flatMap(({ values }) => values).join("").length;
  const byteLength = columns.reduce(
    (sum, { codes }) => sum + codes.byteLength,
    counts.byteLength + 2 * texts,
  );
  return { ...buckets, byteLength };
}

const UNREADABLE = { refusal: errorBody(400, "Invalid extra.", [EXTRA_PARAMETER]) };

/** The rows of a page between two texts. */
type Content = { totalCount: number; between: (before: string, after: string) => Buffer };

function contentFrom(result: StoreResult): Content {
  return { totalCount: result.totalCount, between: (before, after) => textOf(before, result, after) };
}

function page({ totalCount, between }: Content, path: string, query: AnalyticsQuery): Buffer {
  const link = JSON.stringify(nextLink(path, query, totalCount));
  return between('{"Value":[', `],"@nextLink":${link},"TotalCount":${totalCount}}`);
}

function nextLink(path: string, query: AnalyticsQuery, totalCount: number): string | null {
  const { top, skip } = query.page;
  if (top === 0 || skip + top >= totalCount) return null;
  return `${path}?${printQuery({ ...query, page: { top, skip: skip + top } })}`;
}
