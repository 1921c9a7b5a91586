import { createObservable, type Observable } from "./observable.ts";
import type { Surroundings } from "./surroundings.ts";

/** `until` is when the page asks again, ms since 1970 UTC. */
export type GateState = { kind: "open" } | { kind: "waiting"; until: number } | { kind: "offline" };

/** Who waits for what, and what the screen says about it. */
export type Waits = {
  state: Observable<GateState>;
  /** Waits until an instant. @throws the signal's reason when it is aborted. */
  until: (instant: number, signal: AbortSignal | null) => Promise<void>;
  /** Waits until the network is back. @throws the signal's reason when it is aborted. */
  forNetwork: (signal: AbortSignal | null) => Promise<void>;
};

type Wait = { until: number };

export function createWaits(around: Surroundings): Waits {
  const state = createObservable<GateState>({ kind: "open" });
  const waiting = new Set<Wait>();

  function publish(): void {
    const until = [...waiting].map((wait) => wait.until);
    if (until.length === 0) state.set({ kind: "open" });
    else if (until.includes(Number.POSITIVE_INFINITY)) state.set({ kind: "offline" });
    else state.set({ kind: "waiting", until: Math.max(...until) });
  }

  async function during(until: number, wait: Promise<void>): Promise<void> {
    const mine = { until };
    waiting.add(mine);
    publish();
    try {
      await wait;
    } finally {
      waiting.delete(mine);
      publish();
    }
  }

  return {
    state,
    until: (instant, signal) => during(instant, around.sleep(instant - around.now(), signal)),
    forNetwork: (signal) => during(Number.POSITIVE_INFINITY, around.untilOnline(signal)),
  };
}
