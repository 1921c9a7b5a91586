/**
 * What the request queue needs from outside, replaceable in tests: clock (ms since 1970 UTC), randomness, network
 * state.
 */
export type Environment = {
  now: () => number;
  /** @throws the signal's reason when aborted */
  sleep: (ms: number, signal: AbortSignal | null) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
  isOffline: () => boolean;
  /** Waits until the network is back. @throws the signal's reason when aborted */
  untilOnline: (signal: AbortSignal | null) => Promise<void>;
};

/** Waits until `done` is called; `begin` starts the wait and returns its clean-up. */
function abortable(signal: AbortSignal | null, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      stop();
      reject(signal?.reason);
    };
    const stop = begin(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    });
    signal?.addEventListener("abort", abort, { once: true });
  });
}

export const BROWSER_ENVIRONMENT: Environment = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    abortable(signal, (done) => {
      const timer = setTimeout(done, ms);
      return () => clearTimeout(timer);
    }),
  isOffline: () => !navigator.onLine,
  untilOnline: (signal) =>
    abortable(signal, (done) => {
      addEventListener("online", done, { once: true });
      return () => removeEventListener("online", done);
    }),
};
