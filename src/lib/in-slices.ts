/** Longest slice of work in ms, short enough not to drop a frame. */
const SLICE_MS = 8;

/** Time-out in ms for an idle callback. */
const PATIENCE_MS = 300;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function")
      requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve);
  });
}

/** Runs a generator step by step in idle time; null when aborted. */
export async function inSlices<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    await idle();
    const end = performance.now() + SLICE_MS;
    do {
      if (signal.aborted) return null;
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
