import { LRUCache } from "lru-cache";
import { OverloadError } from "../store/overload.ts";

/** Makes an answer; `signal` ends that when nobody waits for it any more, or it takes too long. */
type Make = (signal: AbortSignal) => Promise<Buffer>;

/** Answers by their query. */
export type AnswerCache = {
  /**
   * Makes an answer once, however many ask at the same time; goes on as long as one of them waits.
   * @throws OverloadError when it takes too long, or the reason of `caller` when that left.
   */
  get: (key: string, make: Make, caller?: AbortSignal) => Promise<Buffer>;
};

type Pending = { made: Promise<Buffer>; callers: number; controller: AbortController };

/** Answers older than `maxAgeMs` are made anew; 0 keeps them for good. */
export function createAnswerCache(maxBytes: number, timeoutMs: number, maxAgeMs = 0): AnswerCache {
  const answers = new LRUCache<string, Buffer>({
    ttl: maxAgeMs,
    maxSize: maxBytes,
    maxEntrySize: maxBytes / 4,
    sizeCalculation: (body) => body.byteLength || 1,
  });
  const pending = new Map<string, Pending>();

  function begin(key: string, make: Make): Pending {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new OverloadError("timeout")), timeoutMs);
    // The engine may go on to the end of its stretch; nobody waits for that.
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
    async get(key, make, caller) {
      const known = answers.get(key);
      if (known) return known;
      caller?.throwIfAborted();
      const shared = pending.get(key) ?? begin(key, make);
      shared.callers += 1;
      const leave = (): void => {
        shared.callers -= 1;
        if (shared.callers > 0) return;
        // Whoever comes now begins anew.
        pending.delete(key);
        shared.controller.abort(caller?.reason);
      };
      caller?.addEventListener("abort", leave, { once: true });
      try {
        return await shared.made;
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
