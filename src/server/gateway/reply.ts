import { errorBody, throttledBody } from "./error-body.ts";

type Headers = Readonly<Record<string, string>>;

/** An answer of JSON text that nobody may keep. */
export function jsonReply(status: number, body: string, headers: Headers): Response {
  const common = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(body, { status, headers: { ...common, ...headers } });
}

/** An error that the gateway itself answers with; `headers` are added, the call's ids above all. */
export function fail(status: number, description: string, headers: Headers = {}): Response {
  return jsonReply(status, errorBody(status, description), headers);
}

/** 400 with a body that was made already. */
export function badRequest(body: string, headers: Headers): Response {
  return jsonReply(400, body, headers);
}

/** Too many calls of one user; `seconds` until the next one is answered. */
export function throttled(seconds: number, headers: Headers): Response {
  return jsonReply(429, throttledBody(seconds), { ...headers, "Retry-After": String(seconds) });
}
