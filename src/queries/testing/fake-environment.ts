import type { Environment } from "../request-queue/environment.ts";

/** A clock moved by hand, fixed randomness and a network that can be switched. */
export type FakeEnvironment = Environment & {
  /** Instants being waited for, earliest first. */
  sleeping: () => number[];
  /** Moves the clock and resolves the waits that are due. */
  moveTo: (instant: number) => void;
  goOffline: () => void;
  comeBack: () => void;
};

type Sleeper = { until: number; wake: () => void };

/** `isQuick`: sleeping moves the clock at once. */
export function fakeEnvironment(isQuick = false): FakeEnvironment {
  let now = Date.UTC(2026, 0, 1);
  let sleepers: Sleeper[] = [];
  let isOffline = false;

  function sleepUntil(until: number, signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { until, wake: resolve };
      sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        sleepers = sleepers.filter((one) => one !== sleeper);
        reject(signal.reason);
      });
    });
  }

  function wakeUntil(instant: number): void {
    const due = sleepers.filter(({ until }) => until <= instant);
    sleepers = sleepers.filter(({ until }) => until > instant);
    for (const { wake } of due) wake();
  }

  return {
    now: () => now,
    random: () => 1,
    isOffline: () => isOffline,
    sleep: async (ms, signal) => {
      if (!isQuick) return sleepUntil(now + ms, signal);
      now += Math.max(0, ms);
    },
    untilOnline: (signal) => sleepUntil(Number.POSITIVE_INFINITY, signal),
    sleeping: () => sleepers.map(({ until }) => until).sort((a, b) => a - b),
    moveTo: (instant) => {
      now = instant;
      wakeUntil(instant);
    },
    goOffline: () => {
      isOffline = true;
    },
    comeBack: () => {
      isOffline = false;
      wakeUntil(Number.POSITIVE_INFINITY);
    },
  };
}
