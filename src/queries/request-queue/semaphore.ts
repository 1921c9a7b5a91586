/** Limits concurrent holders; others wait in order of arrival. */
export type Semaphore = {
  /** Waits for a free slot and returns its release function. @throws the signal's reason when aborted */
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
