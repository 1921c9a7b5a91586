import { useEffect, useState } from "react";
import { inSlices } from "#lib/in-slices.ts";
import { combineStates, type QueryState } from "#queries/query-state.ts";

type Done<T> = { of: unknown; value: T } | null;

/**
 * Computes in idle time; the previous result stays meanwhile. `steps` must keep its identity while the work is the
 * same; null does nothing.
 */
export function useInSlices<T>(
  steps: (() => Generator<undefined, T>) | null,
  from: QueryState<unknown>,
): QueryState<T> {
  const [done, setDone] = useState<Done<T>>(null);
  const [failure, setFailure] = useState<{ of: unknown; error: unknown } | null>(null);
  useEffect(() => {
    if (steps === null) return;
    const controller = new AbortController();
    inSlices(steps(), controller.signal).then(
      (value) => value !== null && setDone({ of: steps, value }),
      (error: unknown) => setFailure({ of: steps, error }),
    );
    return () => controller.abort();
  }, [steps]);
  // Rethrown during render, for the error boundary.
  if (failure !== null && failure.of === steps) throw failure.error;
  const isCurrent = done !== null && done.of === steps;
  return combineStates(isCurrent ? done.value : null, done?.value ?? null, [from]);
}
