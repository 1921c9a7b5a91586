import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { printQuery } from "#partner-center/query-print.ts";
import { causesOf, loggedIds } from "./log.ts";
import { parseRequestQuery } from "./parse-request-query.ts";
import { badRequest, fail } from "./reply.ts";
import { requestIds } from "./request-ids.ts";
import { passOn, TooLargeError, tooLargeResponse } from "./upstream-response.ts";

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
