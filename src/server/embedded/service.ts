import { EXTRA_PARAMETER, printExtraFilter, splitExtraFilter } from "#config/extra-filter.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { restrictToUser, type Spellings } from "../authorize/restrict-to-user.ts";
import type { User } from "../authorize/user.ts";
import { chooseEncoding, type Encoding, encode } from "../gateway/compression.ts";
import { errorBody } from "../gateway/error-body.ts";
import { parseRequestQuery } from "../gateway/parse-request-query.ts";
import { type Store, type StoreResult, textOf } from "../store/store.ts";
import { type CacheUsage, createResponseCache } from "./response-cache.ts";

/** A response in one encoding; the body is immutable. */
export type ServiceResponse = { status: number; body: Buffer; encoding: Encoding };

/** An authorised call. `access` is what its user may see; without it, everything. */
export type ServiceRequest = {
  search: string;
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

/** How much an analytics service keeps and for how long (0: for good), and how long it takes for a query. */
export type ServiceLimits = { cacheBytes?: number; timeoutMs?: number; maxAgeMs?: number };

/**
 * Partner Center's referrals analytics over a store; `path` is used in next links. An invalid query gets 400 with the
 * reason.
 */
export function createAnalyticsService(
  store: Pick<Store, "ask">,
  path: string,
  { cacheBytes = CACHE_BYTES, timeoutMs = 30_000, maxAgeMs = 0 }: ServiceLimits = {},
): AnalyticsService {
  const cache = createResponseCache(cacheBytes, timeoutMs, maxAgeMs);

  return {
    cacheUsage: cache.usage,
    async respond({ search, acceptEncoding, access, signal }) {
      const split = splitExtraFilter(search);
      const read = split ? parseRequestQuery(split.rest) : UNREADABLE;
      if ("refusal" in read) return { status: 400, body: Buffer.from(read.refusal), encoding: "identity" };
      const allowed = access ? restrictToUser(read.query, access.user, access.spellings) : read.query;
      const extraFilter = split?.extraFilter ?? [];
      const key = `${printQuery(allowed)} ${printQuery(read.query)} ${printExtraFilter(extraFilter)}`;
      const answered = (ending: AbortSignal) => store.ask(allowed, ending, extraFilter);
      const plain = await cache.get(key, (ending) => page(answered(ending), path, read.query), signal);
      const encoding = chooseEncoding(acceptEncoding, plain.byteLength);
      if (encoding === "identity") return { status: 200, body: plain, encoding };
      const body = await cache.get(`${encoding} ${key}`, () => encode(plain, encoding), signal);
      return { status: 200, body, encoding };
    },
  };
}

const UNREADABLE = { refusal: errorBody(400, "Invalid extra.", [EXTRA_PARAMETER]) };

async function page(answered: Promise<StoreResult>, path: string, query: AnalyticsQuery): Promise<Buffer> {
  const response = await answered;
  const link = JSON.stringify(nextLink(path, query, response.totalCount));
  return textOf('{"Value":[', response, `],"@nextLink":${link},"TotalCount":${response.totalCount}}`);
}

function nextLink(path: string, query: AnalyticsQuery, totalCount: number): string | null {
  const { top, skip } = query.page;
  if (top === 0 || skip + top >= totalCount) return null;
  return `${path}?${printQuery({ ...query, page: { top, skip: skip + top } })}`;
}
