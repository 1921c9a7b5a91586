import { createObservable } from "#lib/observable.ts";

/** Why a signed-in user has to sign in again: the session expired, or a call needs additional claims. */
export type StepUp = {
  reason: "session" | "proof";
  /** JSON text for the identity provider. */
  claims: string | null;
};

/** Calls that wait for the user to sign in again. */
export type Reauthentication = {
  /** Waits for the user; the new token, or null for "not now". Concurrent calls share the outcome. */
  request(step: StepUp): Promise<string | null>;
  /** The pending step, null when there is none; the same object until it changes. */
  pending(): StepUp | null;
  settle(token: string | null): void;
  subscribe(listener: () => void): () => void;
};

/** Holds at most one step: a claims challenge replaces an expired session. */
export function createReauthentication(): Reauthentication {
  const step = createObservable<StepUp | null>(null);
  let waiting: ((token: string | null) => void)[] = [];

  return {
    request(asked) {
      const current = step.get();
      if (current === null || (current.reason === "session" && asked.reason === "proof")) step.set(asked);
      return new Promise((resolve) => waiting.push(resolve));
    },
    pending: step.get,
    settle(token) {
      const settled = waiting;
      waiting = [];
      step.set(null);
      for (const resolve of settled) resolve(token);
    },
    subscribe: step.subscribe,
  };
}
