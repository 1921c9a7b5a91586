import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts a call for a key; the seconds to wait, or null to proceed. */
export type RateLimit = (key: string) => Promise<number | null>;

/** Long enough that a page's burst of several panels passes. */
const WINDOW_SECONDS = 10;

/** Allows `perSecond` calls per key, averaged over ten seconds. */
export function createRateLimit(perSecond: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perSecond * WINDOW_SECONDS, duration: WINDOW_SECONDS });
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (stopped) {
      if (stopped instanceof RateLimiterRes) return Math.max(1, Math.ceil(stopped.msBeforeNext / 1000));
      throw stopped;
    }
  };
}
