import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Takes one call from the allowance of a key; how many seconds to wait, or null to go on. */
export type RateLimit = (key: string) => Promise<number | null>;

/** The window, long enough that a page which asks for several panels at once does not notice. */
const WINDOW_SECONDS = 10;

/** Allows each key `perSecond` calls a second on the average of ten seconds. */
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
