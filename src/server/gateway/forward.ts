import type { MiddlewareHandler } from "hono";
import { errorBody } from "./error-body.ts";
import { requestIds } from "./request-ids.ts";

/** Headers of the caller that Partner Center reads; nothing else goes there, no cookie above all. */
const REQUEST_HEADERS = [
  "Authorization",
  "Accept",
  "MS-Contract-Version",
  "MS-PartnerCenter-Application",
  "X-Locale",
];

/** Headers of Partner Center that the browser may see. */
const RESPONSE_HEADERS = [
  "Content-Type",
  "Date",
  "WWW-Authenticate",
  "Retry-After",
  "MS-RequestId",
  "MS-CorrelationId",
];

export type ForwardOptions = { origin: string; path: string; timeoutMs?: number };

/** Forwards a call to the one path of the one host; the answer's body is passed on as it is. */
export function forwardTo({ origin, path, timeoutMs = 60_000 }: ForwardOptions): MiddlewareHandler {
  return async (context) => {
    const ids = requestIds(context.req.raw.headers);
    const headers = picked(context.req.raw.headers, REQUEST_HEADERS);
    for (const [name, id] of Object.entries(ids)) headers.set(name, id);
    const url = new URL(path, origin);
    url.search = new URL(context.req.url).search;
    try {
      const upstream = await fetch(url, {
        headers,
        redirect: "manual",
        signal: AbortSignal.any([context.req.raw.signal, AbortSignal.timeout(timeoutMs)]),
      });
      if (upstream.status >= 300 && upstream.status < 400) {
        await upstream.body?.cancel();
        return refuse(502, "Partner Center answered with a redirect, which is not followed.", ids);
      }
      const answer = new Headers({ ...ids, "Cache-Control": "no-store" });
      for (const [name, value] of picked(upstream.headers, RESPONSE_HEADERS)) answer.set(name, value);
      return new Response(upstream.body, { status: upstream.status, headers: answer });
    } catch (error) {
      if (error instanceof DOMException && error.name === "TimeoutError") {
        return refuse(504, `Partner Center did not answer within ${timeoutMs / 1000} seconds.`, ids);
      }
      return refuse(502, "Partner Center could not be reached from the dashboard's server.", ids);
    }
  };
}

function picked(from: Headers, names: readonly string[]): Headers {
  const headers = new Headers();
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

function refuse(status: number, description: string, ids: Record<string, string>): Response {
  return new Response(errorBody(status, description), {
    status,
    headers: { ...ids, "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
}
