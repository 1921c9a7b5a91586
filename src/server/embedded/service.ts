import { LRUCache } from "lru-cache";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { restrictToUser, type Spellings } from "../authorize/restrict-to-user.ts";
import type { User } from "../authorize/user.ts";
import { chooseEncoding, type Encoding, encode } from "../gateway/compression.ts";
import { parseRequestQuery } from "../gateway/parse-request-query.ts";
import { type Store, textOf } from "../store/store.ts";

/** An answer in one encoding; the body is not changed after it was made. */
export type ServiceResponse = { status: number; body: Buffer; encoding: Encoding };

/** A call that was let in. `access` is what its user may see; without it, all there is. */
export type ServiceRequest = {
  /** The query string. */
  search: string;
  acceptEncoding?: string | undefined;
  access?: { user: User; spellings: Spellings };
};

export type AnalyticsService = {
  /** Parses the query of a call, restricts it to its user, answers and encodes it; the next link repeats the query. */
  respond(request: ServiceRequest): Promise<ServiceResponse>;
};

/** Bytes of answers kept, so that the same query again costs no query. */
const CACHE_BYTES = 64 * 1024 * 1024;

/**
 * Partner Center's referrals analytics over a store: `path` is the endpoint's own path, for the next link.
 * A query that cannot be read is answered with 400 and its reason. `cacheBytes` of answers are kept.
 */
export function createAnalyticsService(
  store: Pick<Store, "ask">,
  path: string,
  cacheBytes = CACHE_BYTES,
): AnalyticsService {
  const responses = new LRUCache<string, Promise<Buffer> | Buffer>({
    maxSize: cacheBytes,
    maxEntrySize: cacheBytes / 4,
    sizeCalculation: (body) => (Buffer.isBuffer(body) ? body.byteLength || 1 : 1),
  });

  /** Makes it once, however many ask at the same time. */
  function once(key: string, make: () => Promise<Buffer>): Promise<Buffer> | Buffer {
    const known = responses.get(key);
    if (known) return known;
    const made = make();
    responses.set(key, made);
    made.then(
      (body) => responses.set(key, body),
      () => responses.delete(key),
    );
    return made;
  }

  return {
    async respond({ search, acceptEncoding, access }) {
      const read = parseRequestQuery(search);
      if ("refusal" in read) return { status: 400, body: Buffer.from(read.refusal), encoding: "identity" };
      const allowed = access ? restrictToUser(read.query, access.user, access.spellings) : read.query;
      const key = `${printQuery(allowed)} ${printQuery(read.query)}`;
      const plain = await once(key, () => ask(store, path, read.query, allowed));
      const encoding = chooseEncoding(acceptEncoding, plain.byteLength);
      if (encoding === "identity") return { status: 200, body: plain, encoding };
      const body = await once(`${encoding} ${key}`, () => encode(plain, encoding));
      return { status: 200, body, encoding };
    },
  };
}

async function ask(
  store: Pick<Store, "ask">,
  path: string,
  query: AnalyticsQuery,
  allowed: AnalyticsQuery,
): Promise<Buffer> {
  const response = await store.ask(allowed);
  const link = JSON.stringify(nextLink(path, query, response.totalCount));
  return textOf('{"Value":[', response, `],"@nextLink":${link},"TotalCount":${response.totalCount}}`);
}

function nextLink(path: string, query: AnalyticsQuery, totalCount: number): string | null {
  const { top, skip } = query.page;
  if (top === 0 || skip + top >= totalCount) return null;
  return `${path}?${printQuery({ ...query, page: { top, skip: skip + top } })}`;
}
