import { OverloadError } from "./overload.ts";

/** Lends each of a fixed set of objects to one task at a time; other tasks wait in order. */
export type Pool<T> = {
  /** @throws OverloadError where too many tasks wait, or the reason of `signal` when that aborts */
  use: <R>(task: (lent: T) => Promise<R>, signal?: AbortSignal) => Promise<R>;
  waiting: () => number;
};

/** A fixed pool: connections opened later may wait forever behind long queries (duckdb-node-neo issue 325). */
export function createPool<T>(things: readonly T[], maxWaiting = Number.POSITIVE_INFINITY): Pool<T> {
  const free = [...things];
  const waiting = new Set<(lent: T) => void>();

  function borrow(signal: AbortSignal | undefined): Promise<T> {
    const lent = free.pop();
    if (lent !== undefined) return Promise.resolve(lent);
    if (waiting.size >= maxWaiting) throw new OverloadError("queue-full");
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.delete(take);
        reject(signal?.reason);
      };
      const take = (thing: T): void => {
        signal?.removeEventListener("abort", leave);
        resolve(thing);
      };
      waiting.add(take);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  function giveBack(lent: T): void {
    const [next] = waiting;
    if (next === undefined) return void free.push(lent);
    waiting.delete(next);
    next(lent);
  }

  return {
    async use(task, signal) {
      signal?.throwIfAborted();
      const lent = await borrow(signal);
      try {
        return await task(lent);
      } finally {
        giveBack(lent);
      }
    },
    waiting: () => waiting.size,
  };
}
