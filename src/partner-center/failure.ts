import * as v from "valibot";
import { AnalyticsError, type Problem, type RetryAfter, serverTimeOf } from "./errors.ts";
import { anyCase, bare, looksLikeHtml } from "./json.ts";

/** Code and message of an error body; null where missing. */
export type ErrorBody = { code: string | null; description: string | null };

/** A longer body is not an error message. */
const MAX_DESCRIPTION = 2000;

const Text = v.fallback(v.nullish(v.string()), null);
const Code = v.fallback(v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))])), null);
const PLAIN = { code: Code, description: Text, message: Text };
const Body = anyCase({ ...PLAIN, error: v.fallback(v.nullish(v.union([v.string(), anyCase(PLAIN)])), null) });

const NOTHING: ErrorBody = { code: null, description: null };
const MFA = /\bMFA\b|multi-?factor/i;
const MFA_CODES = ["900421", "10001"];
const WRONG_AUDIENCE_CODE = "900420";

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cut(text: string | null | undefined): string | null {
  return text ? text.slice(0, MAX_DESCRIPTION) : null;
}

function described({ code, description, message }: v.InferOutput<typeof Body>): ErrorBody {
  return { code: cut(code), description: cut(description ?? message) };
}

/**
 * Parses an error body: `{code,description,data,source}`, `{statusCode,message}`, `{code,message,innererror}`,
 * `{error:{code,message}}`, `{error:"text"}`, keys in any case; plain text is the description; empty text and HTML give
 * nothing. Never throws.
 */
export function readErrorBody(text: string): ErrorBody {
  const body = bare(text);
  if (body === "" || looksLikeHtml(body)) return NOTHING;
  const json = jsonOrUndefined(body);
  if (json === undefined) return { code: null, description: cut(body) };
  const read = v.safeParse(Body, json);
  if (!read.success) return NOTHING;
  const { error } = read.output;
  if (typeof error === "string") return { ...described(read.output), description: cut(error) };
  return described(error ? { ...error, error: null } : read.output);
}

/** A date is relative to the service's clock where the response has it: the user's may be wrong. */
function retryAfterHeader(headers: Headers): RetryAfter | null {
  const text = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(text)) return { kind: "delay", ms: Number(text) * 1000 };
  const at = Date.parse(text);
  if (!/[a-z]{3}/i.test(text) || Number.isNaN(at)) return null;
  const now = serverTimeOf(headers);
  return now === null ? { kind: "date", at } : { kind: "delay", ms: Math.max(0, at - now) };
}

function retryAfterText(text: string): RetryAfter | null {
  const seconds = /try again in (\d+) second/i.exec(text)?.[1];
  return seconds === undefined ? null : { kind: "delay", ms: Number(seconds) * 1000 };
}

function signInProblem(status: number, headers: Headers, { code, description }: ErrorBody): Problem {
  const challenge = headers.get("WWW-Authenticate") ?? "";
  if (status === 401 && /insufficient_claims/i.test(challenge)) {
    return { kind: "claims-challenge", claims: /\bclaims="([^"]*)"/i.exec(challenge)?.[1] ?? null };
  }
  if (code === WRONG_AUDIENCE_CODE) return { kind: "wrong-audience" };
  if (MFA_CODES.includes(code ?? "") || MFA.test(description ?? "")) return { kind: "mfa-required" };
  return { kind: status === 401 ? "token-expired" : "forbidden" };
}

function problemOf(status: number, headers: Headers, body: ErrorBody): Problem {
  const retryAfter = retryAfterHeader(headers) ?? retryAfterText(body.description ?? "");
  if (status === 401 || status === 403) return signInProblem(status, headers, body);
  if (status === 404 || status === 501) return { kind: "not-offered" };
  if (status === 408) return { kind: "timeout" };
  if (status === 429) return { kind: "throttled", retryAfter };
  if (status < 400 || status >= 500) return { kind: "unavailable", retryAfter };
  return { kind: status === 400 && /filter/i.test(body.description ?? "") ? "bad-filter" : "bad-request" };
}

/** Classifies a response outside 200–299: cause, the service's code and message, its identifiers. */
export function classifyFailure(status: number, headers: Headers, text: string): AnalyticsError {
  const body = readErrorBody(text);
  return new AnalyticsError(problemOf(status, headers, body), {
    ...body,
    status,
    requestId: headers.get("MS-RequestId"),
    correlationId: headers.get("MS-CorrelationId"),
  });
}
