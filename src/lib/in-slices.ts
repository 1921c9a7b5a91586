/** At once for so long (ms), so that no frame is missed. */
const SLICE_MS = 8;

/** The browser waits no longer than this (ms) for a moment without anything to do. */
const PATIENCE_MS = 300;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function")
      requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve);
  });
}

/** Does steps of work while the browser has nothing else to do; null once it is aborted. */
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
