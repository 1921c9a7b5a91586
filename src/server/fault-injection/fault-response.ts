import { errorBody } from "#server/gateway/reply.ts";
import type { PlainFault } from "./fault.ts";

/** A response that replaces the service's own. */
export type FaultResponse = { status: number; headers: Readonly<Record<string, string>>; body: string };

const JSON_TYPE = { "Content-Type": "application/json; charset=utf-8" };
const HTML_TYPE = { "Content-Type": "text/html; charset=utf-8" };

const SIGN_IN_PAGE =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Sign in to your account</title></head><body><h1>Sign in</h1></body></html>';
const BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";

function refusal(status: number, code: string, description: string, headers = {}): FaultResponse {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: errorBody(code, description) };
}

function throttle({ retryAfter, as }: Extract<PlainFault, { kind: "throttle" }>, now: number): FaultResponse {
  const wait = as === "text" ? `Try again in ${retryAfter} seconds.` : "Try again later.";
  const body = JSON.stringify({ statusCode: 429, message: `Rate limit is exceeded. ${wait}` });
  // HTTP dates have whole seconds: rounded up, so that nobody retries too early.
  const date = new Date(Math.ceil(now / 1000) * 1000 + retryAfter * 1000).toUTCString();
  const headers = as === "text" ? {} : { "Retry-After": as === "date" ? date : String(retryAfter) };
  return { status: 429, headers: { ...JSON_TYPE, ...headers }, body };
}

/** Servers in front of the service fail in different ways: each status has another kind of body. */
function unavailable({ status, retryAfter }: Extract<PlainFault, { kind: "unavailable" }>): FaultResponse {
  const wait = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  if (status === 502) return { status, headers: { ...HTML_TYPE, ...wait }, body: BAD_GATEWAY };
  if (status === 504) return { status, headers: wait, body: "" };
  if (status === 503) return refusal(status, "503", "The service is unavailable.", wait);
  const error = { code: "InternalServerError", message: "An error has occurred." };
  return { status, headers: { ...JSON_TYPE, ...wait }, body: JSON.stringify({ error }) };
}

const CHALLENGE = { "WWW-Authenticate": 'Bearer error="invalid_token"' };

/** The response of a fault; null for faults that modify the service's own. `now` in ms. */
export function faultResponseOf(fault: PlainFault, now: number): FaultResponse | null {
  switch (fault.kind) {
    case "throttle":
      return throttle(fault, now);
    case "unavailable":
      return unavailable(fault);
    case "html":
      return { status: 200, headers: HTML_TYPE, body: SIGN_IN_PAGE };
    case "expired-token":
      return refusal(401, "InvalidAuthenticationToken", "The access token has expired.", CHALLENGE);
    case "forbidden":
      return refusal(403, "900150", "The user has no role for referrals.");
    case "mfa":
      return refusal(401, "900421", "MFA is required for this call.", CHALLENGE);
    case "wrong-audience":
      return refusal(401, "900420", "The audience of the token is wrong.", CHALLENGE);
    case "not-here":
      return refusal(404, "404", "The resource was not found.");
    default:
      return null;
  }
}
