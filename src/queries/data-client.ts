import { type ExtraFilter, printExtraFilter, withExtraFilter } from "#config/extra-filter.ts";
import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { inSite } from "#lib/base-path.ts";
import { createObservable } from "#lib/observable.ts";
import { pageReader } from "#parsing/page-reader.ts";
import type { PageReader } from "#parsing/worker-reader.ts";
import { type ClientOptions, callEndpoint } from "#partner-center/call.ts";
import { type AnalyticsClient, createClient } from "#partner-center/client.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { isObject, parseJson } from "#partner-center/json.ts";
import { printQuery } from "#partner-center/query-print.ts";
import type { FetchFields } from "./download-records.ts";
import { type CallLog, createCallLog } from "./request-queue/call-log.ts";
import { BROWSER_ENVIRONMENT, type Environment } from "./request-queue/environment.ts";
import { createRequestQueue, type RequestQueue } from "./request-queue/request-queue.ts";

type Clients = {
  /** A name for the filter of fields beside the sixteen that all its queries have; "" for none. */
  extraFilter: string;
  client: AnalyticsClient;
  /** Fetches the additional fields of referrals; null where the source has none. */
  fetchFields: FetchFields | null;
};

/** Access to the service: a client behind one request queue, and the log of its calls. */
export type DataClient = Clients & {
  /** The same for those referrals alone that pass a filter of fields beside the sixteen. */
  clientsFor: (extraFilter: ExtraFilter) => Clients;
  /** Merges the pages of a response into a cube. */
  fold: PageReader["fold"];
  /** Its answers are at hand: asking again costs less than to look for an answer in others. */
  isNear: boolean;
  requestQueue: Pick<RequestQueue, "state">;
  log: CallLog;
  now: () => number;
  /**
   * Calls another path of the dashboard's own server with the user's token, bypassing the queue.
   * @throws AnalyticsError
   */
  callServer: (path: string, method?: "POST") => Promise<unknown>;
};

const decoder = new TextDecoder();

/** `callsAtOnce`: for a service that takes more than Partner Center does. */
type DataClientOptions = ClientOptions & { callsAtOnce?: number };

/** Create once per page: all calls share the request queue. */
export function createDataClient(
  options: DataClientOptions,
  environment: Environment = BROWSER_ENVIRONMENT,
): DataClient {
  const log = createCallLog();
  const send: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
  const requestQueue = createRequestQueue(send, environment, log, options.callsAtOnce);
  const reader = pageReader();
  const callServer: DataClient["callServer"] = async (path, method) => {
    const { content } = await callEndpoint({ ...options, endpoint: inSite(path) }, "", jsonOf, { method });
    return content;
  };
  const clientsFor: DataClient["clientsFor"] = (extraFilter) => {
    const fetch = withExtraFilter(requestQueue.fetch, extraFilter);
    return {
      extraFilter: printExtraFilter(extraFilter),
      client: createClient({ reader, ...options, fetch }),
      fetchFields: fieldsFetcher({ ...options, endpoint: inSite(EXTRAS_ENDPOINT), fetch }),
    };
  };
  const { fold } = reader;
  const { now } = environment;
  return { ...clientsFor([]), clientsFor, fold, isNear: false, requestQueue, log, now, callServer };
}

function fieldsFetcher(options: ClientOptions): FetchFields {
  return async (filter, page, signal) => {
    const search = printQuery({ kind: "records", query: { filter }, page });
    const { content } = await callEndpoint(options, search, jsonOf, { signal });
    return fieldsPage(content);
  };
}

async function jsonOf(body: ArrayBuffer): Promise<unknown> {
  return parseJson(decoder.decode(body));
}

function fieldsPage(content: unknown): Awaited<ReturnType<FetchFields>> {
  if (!isObject(content) || !Array.isArray(content.Value) || typeof content.TotalCount !== "number")
    throw new AnalyticsError({ kind: "bad-shape" });
  return { rows: content.Value.filter(isObject), totalCount: content.TotalCount };
}

/**
 * A data client over a client without network: no queue and no log. The client answers a grouped query with one page of
 * distinct buckets, none of them empty.
 */
export function createLocalDataClient(clientsFor: DataClient["clientsFor"]): DataClient {
  const state = createObservable({ kind: "open" } as const);
  const callServer = () => Promise.reject(new AnalyticsError({ kind: "not-offered" }));
  const { now } = BROWSER_ENVIRONMENT;
  return {
    ...clientsFor([]),
    clientsFor,
    fold: async (query, [buckets]) => ({ query, ...buckets }),
    isNear: true,
    requestQueue: { state },
    log: createCallLog(),
    now,
    callServer,
  };
}
