import { type AnalyticsError, type RetryAfter, TOO_LARGE_CODE } from "./errors.ts";

const MAX_TRIES = 8;
const FIRST_WAIT_MS = 1000;
const LONGEST_BACK_OFF_MS = 60_000;
/** Who is told to come back later than this is told so, instead of waiting without a word. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** A wait that no service means: its clock is wrong, or the header is. */
const ABSURD_WAIT_MS = 24 * 60 * 60_000;
const RETRIED_STATUSES = [429, 500, 502, 503, 504];

function isWorthRetrying({ kind, call }: AnalyticsError): boolean {
  // The next try would bring as many bytes.
  if (call.code === TOO_LARGE_CODE) return false;
  return kind === "network" || (call.status !== null && RETRIED_STATUSES.includes(call.status));
}

/** The wait that the service asks for (ms), null where it asks for none that makes sense: at once, or never. */
function wantedWait({ problem }: AnalyticsError, now: number): number | null {
  const wanted: RetryAfter | null = "retryAfter" in problem ? problem.retryAfter : null;
  if (wanted === null) return null;
  const wait = wanted.kind === "delay" ? wanted.ms : wanted.at - now;
  return wait > 0 && wait <= ABSURD_WAIT_MS ? wait : null;
}

/** Full jitter: anything up to 1 s, 2 s, 4 s … 60 s, so that clients which failed together do not return together. */
function backOff(attempt: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_BACK_OFF_MS, FIRST_WAIT_MS * 2 ** attempt));
}

/**
 * How long to wait (ms) before a failed call is tried again, or null when it should not be: only a missing network
 * and the statuses 429, 500, 502, 503, 504 are, at most eight tries in all. The service's own `Retry-After` comes
 * first, where it lies within a day. `attempt` is 0 after the first try, `now` ms since 1970 UTC, `random` from 0 to 1.
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
