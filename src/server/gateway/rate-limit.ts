import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { SharedStore } from "./shared-store.ts";

/** Counts a call for a key; the seconds to wait, or null to proceed. */
export type RateLimit = (key: string) => Promise<number | null>;

/** Long enough that a page's burst of several panels passes. */
const WINDOW_SECONDS = 10;

/**
 * Allows `perSecond` calls per key, averaged over ten seconds: by this server, or by all that share a store. While that
 * cannot be reached, each server counts for itself.
 */
export function createRateLimit(perSecond: number, store: SharedStore | null = null): RateLimit {
  const rule = { points: perSecond * WINDOW_SECONDS, duration: WINDOW_SECONDS };
  const own = new RateLimiterMemory(rule);
  const limiter = store === null ? own : sharedLimiter(rule, store, own);
  return async (key) => {
    try {
      await limiter.consume(store === null ? key : digestOf(key));
      return null;
    } catch (stopped) {
      if (stopped instanceof RateLimiterRes) return Math.max(1, Math.ceil(stopped.msBeforeNext / 1000));
      throw stopped;
    }
  };
}

function sharedLimiter(
  rule: { points: number; duration: number },
  { client }: SharedStore,
  own: RateLimiterMemory,
): RateLimiterRedis {
  return new RateLimiterRedis({
    ...rule,
    storeClient: client,
    useRedisPackage: true,
    keyPrefix: "referrals-dashboard",
    rejectIfRedisNotReady: true,
    insuranceLimiter: own,
    // Who is over the limit is not looked up again.
    inMemoryBlockOnConsumed: rule.points,
  });
}

/** Others may read the store: no ids of persons and no addresses. */
function digestOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
