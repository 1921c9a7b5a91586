/** Longest slice of work in ms, short enough not to drop a frame. */
const SLICE_MS = 8;

/** Time-out in ms for an idle callback. */
const PATIENCE_MS = 300;

/** Calls back once nothing else is to do; returns a function that gives it up. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(work, { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work);
  return () => clearTimeout(id);
}

/** Runs a generator step by step in idle time; null when aborted. */
export async function inSlices<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    await new Promise<void>((resolve) => whenIdle(resolve));
    const end = performance.now() + SLICE_MS;
    do {
      if (signal.aborted) return null;
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
