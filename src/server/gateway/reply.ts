/** Source name in errors that this server creates. */
const SOURCE = "referrals-dashboard";

/** An error in Partner Center's format: `{code, description, data, source}`. */
export function errorBody(code: number | string, description: string, data: readonly string[] = []): string {
  return JSON.stringify({ code: String(code), description, data, source: SOURCE });
}

/** Throttling in Partner Center's format: `{statusCode, message}`, with the wait as text. */
function throttledBody(seconds: number): string {
  const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
  return JSON.stringify({ statusCode: 429, message });
}

type Headers = Readonly<Record<string, string>>;

/** A JSON response that must not be stored. */
export function jsonReply(status: number, body: string, headers: Headers): Response {
  const common = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(body, { status, headers: { ...common, ...headers } });
}

/** An error of the gateway; `headers` are added, such as the call's ids. */
export function fail(status: number, description: string, headers: Headers = {}): Response {
  return jsonReply(status, errorBody(status, description), headers);
}

/** 400 with a given body. */
export function badRequest(body: string, headers: Headers): Response {
  return jsonReply(400, body, headers);
}

/** Too many calls of one user; `seconds` until the next is allowed. */
export function throttled(seconds: number, headers: Headers): Response {
  return jsonReply(429, throttledBody(seconds), { ...headers, "Retry-After": String(seconds) });
}
