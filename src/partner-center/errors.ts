/** When the service wants to be asked again: after so many ms, or at an instant (ms since 1970 UTC). */
export type RetryAfter = { kind: "delay"; ms: number } | { kind: "date"; at: number };

/** Code of the dashboard's own server for an answer of the service that is too large to be passed on. */
export const TOO_LARGE_CODE = "too-large";

/** One kind per cause. An aborted call is none of them: it stays the platform's own AbortError. */
export type Problem =
  | { kind: "network" | "timeout" }
  | { kind: "throttled" | "unavailable"; retryAfter: RetryAfter | null }
  | { kind: "token-expired" | "wrong-audience" | "mfa-required" | "forbidden" | "not-offered" }
  /** `claims` as in the `WWW-Authenticate` header, usually base64. */
  | { kind: "claims-challenge"; claims: string | null }
  | { kind: "bad-filter" | "bad-request" }
  | { kind: "html" | "not-json" | "bad-shape" };

export type ProblemKind = Problem["kind"];

/** What is known about the call that failed; `url` is its path and query. */
export type FailedCall = {
  status: number | null;
  /** The service's own code and words. */
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

/** A call to the analytics endpoint that gave no usable answer: why, and everything to report it with. */
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

/** A sentence may name a part of the answer, which is as long as it likes. */
const LONGEST_SENTENCE = 300;

/** An answer whose content is not what was asked for; `description` says what is wrong with it. */
export function badShape(description: string): AnalyticsError {
  return new AnalyticsError({ kind: "bad-shape" }, { description: description.slice(0, LONGEST_SENTENCE) });
}

/** The same error with what the caller knows about the call; what the error knew already stays. */
export function atCall(error: AnalyticsError, call: Partial<FailedCall>): AnalyticsError {
  const known = Object.entries(error.call).filter(([, value]) => value !== null);
  return new AnalyticsError(error.problem, { ...call, ...Object.fromEntries(known) }, error.cause);
}
