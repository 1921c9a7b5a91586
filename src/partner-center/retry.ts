import { type AnalyticsError, type RetryAfter, TOO_LARGE_CODE } from "./errors.ts";

const MAX_TRIES = 8;
const FIRST_WAIT_MS = 1000;
const LONGEST_BACK_OFF_MS = 60_000;
/** With a longer wait the user is told instead of waiting silently. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** A longer Retry-After is an error of the header or the clock. */
const ABSURD_WAIT_MS = 24 * 60 * 60_000;
const RETRIED_STATUSES = [429, 500, 502, 503, 504];

function isWorthRetrying({ kind, call }: AnalyticsError): boolean {
  // A retry would get as many bytes.
  if (call.code === TOO_LARGE_CODE) return false;
  return kind === "network" || (call.status !== null && RETRIED_STATUSES.includes(call.status));
}

/** The requested wait in ms; null where it is missing or implausible. */
function wantedWait({ problem }: AnalyticsError, now: number): number | null {
  const wanted: RetryAfter | null = "retryAfter" in problem ? problem.retryAfter : null;
  if (wanted === null) return null;
  const wait = wanted.kind === "delay" ? wanted.ms : wanted.at - now;
  return wait > 0 && wait <= ABSURD_WAIT_MS ? wait : null;
}

/** Full jitter: random up to 1 s, 2 s, 4 s … 60 s, so that clients which failed together do not retry together. */
function backOff(attempt: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_BACK_OFF_MS, FIRST_WAIT_MS * 2 ** attempt));
}

/**
 * Delay in ms before a failed call is retried; null when it should not be. Retried are only network failures and
 * statuses 429, 500, 502, 503, 504, eight attempts at most. A plausible `Retry-After` comes first. `attempt` is 0 after
 * the first one, `now` ms since 1970 UTC, `random` from 0 to 1.
 */
export function retryDelay(failed: {
  error: AnalyticsError;
  attempt: number;
  now: number;
  random: number;
}): number | null {
  const { error, attempt, now, random } = failed;
  if (attempt + 1 >= MAX_TRIES || !isWorthRetrying(error)) return null;
  const wait = wantedWait(error, now) ?? backOff(attempt, random);
  return wait > LONGEST_WAIT_MS ? null : wait;
}
