import { useSyncExternalStore } from "react";

/** A value that changes. */
export type Observable<T> = { get: () => T; subscribe: (listener: () => void) => () => void };

/** An observable value and the way to change it; who listens is told of every other value. */
export function createObservable<T>(initial: T): Observable<T> & { set: (value: T) => void } {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value, drawn anew whenever it changes. */
export function useObservable<T>({ get, subscribe }: Observable<T>): T {
  return useSyncExternalStore(subscribe, get);
}
