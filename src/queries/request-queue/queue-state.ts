import { createObservable, type Observable } from "#lib/observable.ts";
import type { Environment } from "./environment.ts";

/** `until`: time of the next retry, ms since 1970 UTC. */
export type QueueState = { kind: "open" } | { kind: "waiting"; until: number } | { kind: "offline" };

/** Keeps track of who waits and derives the state shown on screen. */
export type WaitTracker = {
  state: Observable<QueueState>;
  /** Waits until an instant. @throws the signal's reason when aborted */
  until: (instant: number, signal: AbortSignal | null) => Promise<void>;
  /** Waits until the network is back. @throws the signal's reason when aborted */
  forNetwork: (signal: AbortSignal | null) => Promise<void>;
};

type Wait = { until: number };

export function createWaitTracker(environment: Environment): WaitTracker {
  const state = createObservable<QueueState>({ kind: "open" });
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
    until: (instant, signal) => during(instant, environment.sleep(instant - environment.now(), signal)),
    forNetwork: (signal) => during(Number.POSITIVE_INFINITY, environment.untilOnline(signal)),
  };
}
