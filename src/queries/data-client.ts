import { createObservable } from "#lib/observable.ts";
import { pageReader } from "#parsing/page-reader.ts";
import type { PageReader } from "#parsing/worker-reader.ts";
import { type ClientOptions, callEndpoint } from "#partner-center/call.ts";
import { type AnalyticsClient, createClient } from "#partner-center/client.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { parseJson } from "#partner-center/json.ts";
import { type CallLog, createCallLog } from "./request-queue/call-log.ts";
import { BROWSER_ENVIRONMENT, type Environment } from "./request-queue/environment.ts";
import { createRequestQueue, type RequestQueue } from "./request-queue/request-queue.ts";

/** Access to the service: a client behind one request queue, and the log of its calls. */
export type DataClient = {
  client: AnalyticsClient;
  /** Merges the pages of a response into a cube. */
  fold: PageReader["fold"];
  requestQueue: Pick<RequestQueue, "state">;
  log: CallLog;
  now: () => number;
  /**
   * Calls another path of the dashboard's own server with the user's token, bypassing the queue. @throws AnalyticsError
   */
  callServer: (path: string, method?: "POST") => Promise<unknown>;
};

const decoder = new TextDecoder();

/** Create once per page: all calls share the request queue. */
export function createDataClient(
  options: ClientOptions,
  environment: Environment = BROWSER_ENVIRONMENT,
): DataClient {
  const log = createCallLog();
  const send: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
  const requestQueue = createRequestQueue(send, environment, log);
  const reader = pageReader();
  const client = createClient({ reader, ...options, fetch: requestQueue.fetch });
  const callServer: DataClient["callServer"] = async (path, method) => {
    const own = { ...options, endpoint: path };
    const { content } = await callEndpoint(own, "", async (body) => parseJson(decoder.decode(body)), {
      method,
    });
    return content;
  };
  return { client, fold: reader.fold, requestQueue, log, now: environment.now, callServer };
}

/** A data client over a client without network: no queue and no log. */
export function createLocalDataClient(client: AnalyticsClient): DataClient {
  const state = createObservable({ kind: "open" } as const);
  const { fold } = pageReader();
  const callServer = () => Promise.reject(new AnalyticsError({ kind: "not-offered" }));
  const { now } = BROWSER_ENVIRONMENT;
  return { client, fold, requestQueue: { state }, log: createCallLog(), now, callServer };
}
