/** The Retry-After header: a delay in ms, or an instant (ms since 1970 UTC). */
export type RetryAfter = { kind: "delay"; ms: number } | { kind: "date"; at: number };

/** Error code of our server for a response too large to forward. */
export const TOO_LARGE_CODE = "too-large";

/** One kind per cause. Aborts are not included: they stay the platform's AbortError. */
export type Problem =
  | { kind: "network" | "timeout" }
  | { kind: "throttled" | "unavailable"; retryAfter: RetryAfter | null }
  | { kind: "token-expired" | "wrong-audience" | "mfa-required" | "forbidden" | "not-offered" }
  /** `claims` as in the `WWW-Authenticate` header, usually base64. */
  | { kind: "claims-challenge"; claims: string | null }
  | { kind: "bad-filter" | "bad-request" }
  | { kind: "html" | "not-json" | "bad-shape" };

export type ProblemKind = Problem["kind"];

/** What is known about a failed call; `url` is path and query. */
export type FailedCall = {
  status: number | null;
  /** The service's own code and message. */
  code: string | null;
  description: string | null;
  requestId: string | null;
  correlationId: string | null;
  url: string | null;
};

const NOTHING_KNOWN: FailedCall = {
  status: null,
  code: null,
  description: null,
  requestId: null,
  correlationId: null,
  url: null,
};

/** A call to the analytics endpoint failed: the cause, and details for a report. */
export class AnalyticsError extends Error {
  override readonly name = "AnalyticsError";
  readonly problem: Problem;
  readonly call: FailedCall;

  constructor(problem: Problem, call: Partial<FailedCall> = {}, cause?: unknown) {
    super(call.description ?? problem.kind, { cause });
    this.problem = problem;
    this.call = { ...NOTHING_KNOWN, ...call };
  }

  get kind(): ProblemKind {
    return this.problem.kind;
  }
}

/** Limit, because messages may quote a response of any length. */
const LONGEST_SENTENCE = 300;

/** A response whose content does not fit the query; `description` says why. */
export function badShape(description: string): AnalyticsError {
  return new AnalyticsError({ kind: "bad-shape" }, { description: description.slice(0, LONGEST_SENTENCE) });
}

/** Adds what the caller knows about the call; existing details are kept. */
export function atCall(error: AnalyticsError, call: Partial<FailedCall>): AnalyticsError {
  const known = Object.entries(error.call).filter(([, value]) => value !== null);
  return new AnalyticsError(error.problem, { ...call, ...Object.fromEntries(known) }, error.cause);
}

/** The service's clock from the `Date` header: ms since 1970 UTC, null where missing. */
export function serverTimeOf(headers: Headers): number | null {
  const time = Date.parse(headers.get("Date") ?? "");
  return Number.isNaN(time) ? null : time;
}
