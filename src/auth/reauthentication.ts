import { createObservable } from "#lib/observable.ts";

/** Why somebody who is signed in has to do so again: the session ended, or a call wants a further proof. */
export type StepUp = {
  reason: "session" | "proof";
  /** JSON text for the identity provider. */
  claims: string | null;
};

/** The calls that cannot go on before the reader has signed in again, and what the reader is to do. */
export type Reauthentication = {
  /** Waits for the reader; the new token, or null for "not now". Asked again meanwhile, both get the same answer. */
  ask(step: StepUp): Promise<string | null>;
  /** What is waited for, null when nothing is. The same object until it changes. */
  pending(): StepUp | null;
  settle(token: string | null): void;
  subscribe(listener: () => void): () => void;
};

/** Holds at most one step at a time: a proof that is asked for beside an ended session takes its place. */
export function createReauthentication(): Reauthentication {
  const step = createObservable<StepUp | null>(null);
  let waiting: ((token: string | null) => void)[] = [];

  return {
    ask(asked) {
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
