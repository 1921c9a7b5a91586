/** So many at a time; the others wait in the order in which they came. */
export type Semaphore = {
  /** Waits for a free place and gives what frees it again. @throws the signal's reason when it is aborted. */
  take(signal: AbortSignal | null): Promise<() => void>;
};

export function createSemaphore(size: number): Semaphore {
  const queue: (() => void)[] = [];
  let free = size;

  function release(): void {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }

  function wait(signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1);
        reject(signal?.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      queue.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      if (free > 0) free -= 1;
      else await wait(signal);
      let isTaken = true;
      return () => {
        if (isTaken) release();
        isTaken = false;
      };
    },
  };
}
