import type { Refusal } from "../token/refusal.ts";
import { errorBody, throttledBody } from "./error-body.ts";

type Headers = Readonly<Record<string, string>>;

function json(status: number, body: string, headers: Headers): Response {
  const common = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(body, { status, headers: { ...common, ...headers } });
}

/** An error that the gateway itself answers with; `headers` are added, the call's ids above all. */
export function fail(status: number, description: string, headers: Headers = {}): Response {
  return json(status, errorBody(status, description), headers);
}

/** 400 with a body that was made already. */
export function badRequest(body: string, headers: Headers): Response {
  return json(400, body, headers);
}

/** A token that was not accepted. */
export function refuse({ status, code, description, challenge }: Refusal, headers: Headers): Response {
  const more: Headers = challenge ? { "WWW-Authenticate": challenge } : {};
  const wait: Headers = status === 503 ? { "Retry-After": "10" } : {};
  return json(status, errorBody(code, description), { ...headers, ...more, ...wait });
}

/** Too many calls of one user; `seconds` until the next one is answered. */
export function throttled(seconds: number, headers: Headers): Response {
  return json(429, throttledBody(seconds), { ...headers, "Retry-After": String(seconds) });
}
