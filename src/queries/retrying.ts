import { AnalyticsError } from "#partner-center/errors.ts";
import { retryDelay } from "#partner-center/retry.ts";

/** Whether a failure is worth another try, and when (ms): the contract's own rule, in TanStack Query's terms. */
export function retryAfterFailure(failures: number, error: Error): boolean {
  return delayOf(failures, error) !== null;
}

export function waitBeforeRetry(failures: number, error: Error): number {
  return delayOf(failures, error) ?? 0;
}

function delayOf(failures: number, error: Error): number | null {
  if (!(error instanceof AnalyticsError)) return null;
  return retryDelay({ error, attempt: failures, now: Date.now(), random: Math.random() });
}
