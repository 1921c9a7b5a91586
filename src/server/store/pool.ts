/** Lends each of a fixed set of things to one task at a time; further tasks wait in order. */
export type Pool<T> = { use: <R>(task: (lent: T) => Promise<R>) => Promise<R> };

/**
 * A fixed pool: connections opened later can wait for ever behind long queries, so all are opened before
 * (duckdb-node-neo issue 325).
 */
export function createPool<T>(things: readonly T[]): Pool<T> {
  const free = [...things];
  const waiting: ((lent: T) => void)[] = [];

  function borrow(): Promise<T> {
    const lent = free.pop();
    return lent === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(lent);
  }

  function giveBack(lent: T): void {
    const next = waiting.shift();
    if (next) next(lent);
    else free.push(lent);
  }

  return {
    async use(task) {
      const lent = await borrow();
      try {
        return await task(lent);
      } finally {
        giveBack(lent);
      }
    },
  };
}
