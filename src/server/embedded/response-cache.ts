import { LRUCache } from "lru-cache";
import { OverloadError } from "../store/overload.ts";

/** Computes a response; `signal` aborts it when nobody waits for it any more, or on time-out. */
type Make<Kept> = (signal: AbortSignal) => Promise<Kept>;

/** What a response is made from may be kept, too, if it tells its size. */
type Sized = { byteLength: number };

/** Responses by query. */
export type ResponseCache = {
  /**
   * Deduplicates concurrent computations; one continues as long as any caller waits. A key belongs to one kind of
   * thing; parts of responses are not counted in `usage`.
   * @throws OverloadError on time-out, or the reason of `caller` when that aborts
   */
  get: <Kept extends Sized>(
    key: string,
    make: Make<Kept>,
    caller?: AbortSignal,
    isPart?: boolean,
  ) => Promise<Kept>;
  usage: () => CacheUsage;
};

/** Queries whose response was there or not, and what is kept. */
export type CacheUsage = { hits: number; misses: number; entries: number; bytes: number };

type Pending = { made: Promise<Sized>; callers: number; controller: AbortController };

/** Answers older than `maxAgeMs` are made anew; 0 keeps them for good. */
export function createResponseCache(maxBytes: number, timeoutMs: number, maxAgeMs = 0): ResponseCache {
  const answers = new LRUCache<string, Sized>({
    ttl: maxAgeMs,
    maxSize: maxBytes,
    maxEntrySize: maxBytes / 4,
    sizeCalculation: (body, key) => body.byteLength + key.length,
  });
  const found = { hits: 0, misses: 0 };
  const pending = new Map<string, Pending>();

  function begin(key: string, make: Make<Sized>): Pending {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new OverloadError("timeout")), timeoutMs);
    // Does not wait for DuckDB, which only stops between its stages.
    const made = Promise.race([make(controller.signal), abortOf(controller.signal)]).finally(() => {
      clearTimeout(timer);
      if (pending.get(key) === begun) pending.delete(key);
    });
    const begun = { made, callers: 0, controller };
    pending.set(key, begun);
    made.then((body) => answers.set(key, body)).catch(() => {});
    return begun;
  }

  return {
    usage: () => ({ ...found, entries: answers.size, bytes: answers.calculatedSize }),
    async get<Kept extends Sized>(key: string, make: Make<Kept>, caller?: AbortSignal, isPart = false) {
      const known = answers.get(key);
      if (!isPart) found[known ? "hits" : "misses"] += 1;
      if (known) return known as Kept;
      caller?.throwIfAborted();
      const shared = pending.get(key) ?? begin(key, make);
      shared.callers += 1;
      const leave = (): void => {
        shared.callers -= 1;
        if (shared.callers > 0) return;
        // A later caller starts again.
        pending.delete(key);
        shared.controller.abort(caller?.reason);
      };
      caller?.addEventListener("abort", leave, { once: true });
      try {
        return (await shared.made) as Kept;
      } finally {
        caller?.removeEventListener("abort", leave);
      }
    },
  };
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
}
