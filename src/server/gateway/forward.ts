import { createHash } from "node:crypto";
import { ReadableStream as WebStream } from "node:stream/web";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { TOO_LARGE_CODE } from "#partner-center/errors.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { InvalidQueryError, readQuery } from "#partner-center/query-read.ts";
import { causesOf, loggedIds } from "./log.ts";
import { badRequest, errorBody, fail, jsonReply } from "./reply.ts";
import { requestIds } from "./request-ids.ts";

/** Headers of Partner Center that are passed to the browser. */
const RESPONSE_HEADERS = [
  "Content-Type",
  "Date",
  "WWW-Authenticate",
  "Retry-After",
  "MS-RequestId",
  "MS-CorrelationId",
];

type PassOn = {
  ids: Readonly<Record<string, string>>;
  maxBytes: number;
  /** Called once at the end. */
  done: () => void;
  /** Called with the reason on failure, but not when the caller aborts. */
  failed: (reason: unknown) => void;
};

/** A response above the size limit. */
class TooLargeError extends Error {
  override name = "TooLargeError";
}

/** The response for the browser: allowed headers only, no redirects, at most `maxBytes`. */
async function passOn(response: Response, parts: PassOn): Promise<Response> {
  const { ids, done } = parts;
  const refusal = refusalOf(response, parts);
  if (refusal !== null) {
    done();
    await response.body?.cancel();
    return refusal;
  }
  const headers = new Headers({ ...ids, "Cache-Control": "no-store" });
  for (const name of RESPONSE_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (response.body === null) done();
  const body = response.body && (WebStream.from(bounded(response.body, parts)) as ReadableStream);
  return new Response(body, { status: response.status, headers });
}

function refusalOf(response: Response, { ids, maxBytes }: PassOn): Response | null {
  if (response.status >= 300 && response.status < 400) {
    return fail(502, "Partner Center returned a redirect, which is not followed.", ids);
  }
  const isTooLarge = Number(response.headers.get("Content-Length") ?? 0) > maxBytes;
  return isTooLarge ? tooLargeResponse(ids) : null;
}

/** Its code tells the browser not to retry. */
function tooLargeResponse(ids: Readonly<Record<string, string>>): Response {
  const description = "The response from Partner Center is too large. Request fewer rows at once.";
  return jsonReply(502, errorBody(TOO_LARGE_CODE, description), ids);
}

/** Fails after `maxBytes`: the browser gets an error instead of half a response that looks complete. */
async function* bounded(
  body: AsyncIterable<Uint8Array>,
  { maxBytes, done, failed }: PassOn,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new TooLargeError("The response is too large.");
      yield chunk;
    }
  } catch (error) {
    failed(error);
    throw error;
  } finally {
    done();
  }
}

/** Request headers that Partner Center uses; no others are forwarded, in particular no cookies. */
const REQUEST_HEADERS = ["Authorization", "MS-PartnerCenter-Application", "X-Locale"];

export type Upstream = {
  origin: string;
  path: string;
  log: Logger;
  /** For the whole response. */
  timeoutMs?: number;
  /** Maximum uncompressed bytes of a response; beyond it the connection is closed. */
  maxBytes?: number;
};

/** Takes why Partner Center's data did not come. */
type NoteCause = (cause: "too-large" | "timeout" | "unreachable") => void;

type Ids = ReturnType<typeof requestIds>;

/** Queries whose response was too large, which are rejected for this time. */
const TOO_LARGE = { max: 1000, ttl: 10 * 60_000 };

/**
 * Forwards calls to one path of one host. The query is parsed and printed, so that nothing else gets through; the body
 * is forwarded unchanged. Failures are logged without data of the call.
 */
export function createForward(upstream: Upstream): (request: Request, note?: NoteCause) => Promise<Response> {
  const { timeoutMs = 60_000, maxBytes = 128 * 1024 * 1024, log } = upstream;
  const tooLarge = new LRUCache<string, true>(TOO_LARGE);
  return async (request, note = () => {}) => {
    const ids = requestIds(request.headers);
    const read = parseRequestQuery(new URL(request.url).search);
    if ("refusal" in read) return badRequest(read.refusal, ids);
    const url = new URL(upstream.path, upstream.origin);
    url.search = printQuery(read.query);
    const headers = headersFor(request.headers, ids);
    const key = digestOf(`${headers.get("Authorization")} ${url.search}`);
    if (tooLarge.has(key)) return tooLargeResponse(ids);
    const limit = timeLimit(request.signal, timeoutMs);
    const failed = (error: unknown): void => {
      if (error instanceof TooLargeError) tooLarge.set(key, true);
      if (hasLeft(limit.signal)) return;
      note(error instanceof TooLargeError ? "too-large" : limit.signal.aborted ? "timeout" : "unreachable");
      log.warn({ ...loggedIds(ids), causes: causesOf(error) }, "no whole answer");
    };
    try {
      const options = { headers, redirect: "manual", credentials: "omit", signal: limit.signal } as const;
      return await passOn(await fetch(url, options), { ids, maxBytes, done: limit.clear, failed });
    } catch (error) {
      limit.clear();
      failed(error);
      return unreachable(limit.signal, timeoutMs, ids);
    }
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function unreachable(signal: AbortSignal, timeoutMs: number, ids: Ids): Response {
  return signal.reason === TIMED_OUT
    ? fail(504, `Partner Center did not respond within ${timeoutMs / 1000} seconds.`, ids)
    : fail(502, "The dashboard's server can't reach Partner Center.", ids);
}

function hasLeft(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason !== TIMED_OUT;
}

const TIMED_OUT = new Error("timed out");

/** Combines the caller's abort and the time-out; `clear` stops the timer. */
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

/** Parses a query string; an invalid one gives the body of the 400 response. */
export function parseRequestQuery(search: string): { query: AnalyticsQuery } | { refusal: string } {
  try {
    return { query: readQuery(search) };
  } catch (error) {
    if (error instanceof InvalidQueryError)
      return { refusal: errorBody(400, error.description, [error.parameter]) };
    throw error;
  }
}
