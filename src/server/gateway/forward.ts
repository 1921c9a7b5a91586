import { printQuery } from "#partner-center/query-print.ts";
import { parseRequestQuery } from "./parse-request-query.ts";
import { badRequest, fail } from "./reply.ts";
import { requestIds } from "./request-ids.ts";
import { passOn } from "./upstream-response.ts";

/** Headers of the caller that Partner Center reads; nothing else goes there, no cookie above all. */
const REQUEST_HEADERS = ["Authorization", "MS-PartnerCenter-Application", "X-Locale"];

export type Upstream = {
  origin: string;
  path: string;
  /** For the whole answer. */
  timeoutMs?: number;
  /** Bytes of an answer, unpacked, beyond which the connection is cut. */
  maxBytes?: number;
};

type Ids = ReturnType<typeof requestIds>;

/**
 * Forwards a call to the one path of the one host. The query is read and printed anew, so that nothing but a
 * query gets there; the answer's body is passed on as it is.
 */
export async function forward(request: Request, upstream: Upstream): Promise<Response> {
  const { timeoutMs = 60_000, maxBytes = 128 * 1024 * 1024 } = upstream;
  const ids = requestIds(request.headers);
  const read = parseRequestQuery(new URL(request.url).search);
  if ("refusal" in read) return badRequest(read.refusal, ids);
  const limit = timeLimit(request.signal, timeoutMs);
  try {
    const url = new URL(upstream.path, upstream.origin);
    url.search = printQuery(read.query);
    const headers = headersFor(request.headers, ids);
    const response = await fetch(url, {
      headers,
      redirect: "manual",
      credentials: "omit",
      signal: limit.signal,
    });
    return await passOn(response, { ids, maxBytes, done: limit.clear });
  } catch {
    limit.clear();
    return unreachable(limit.signal, timeoutMs, ids);
  }
}

function unreachable(signal: AbortSignal, timeoutMs: number, ids: Ids): Response {
  return signal.reason === TIMED_OUT
    ? fail(504, `Partner Center did not respond within ${timeoutMs / 1000} seconds.`, ids)
    : fail(502, "The dashboard's server can't reach Partner Center.", ids);
}

const TIMED_OUT = new Error("timed out");

/** One signal for the caller's leaving and the time-out; cleared at the end, so that no timer outlives its call. */
function timeLimit(caller: AbortSignal, ms: number): { signal: AbortSignal; clear: () => void } {
  const controller = new AbortController();
  const leave = (): void => controller.abort();
  const timer = setTimeout(() => controller.abort(TIMED_OUT), ms);
  caller.addEventListener("abort", leave, { once: true });
  const clear = (): void => {
    clearTimeout(timer);
    caller.removeEventListener("abort", leave);
  };
  return { signal: controller.signal, clear };
}

function headersFor(from: Headers, ids: Ids): Headers {
  const headers = new Headers({ ...ids, Accept: "application/json", "MS-Contract-Version": "v1" });
  for (const name of REQUEST_HEADERS) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
