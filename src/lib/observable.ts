import { startTransition, useEffect, useState, useSyncExternalStore } from "react";

export type Observable<T> = { get: () => T; subscribe: (listener: () => void) => () => void };

/** Creates an observable value; listeners are called only when the value changes. */
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

/** Subscribes a component to an observable value. */
export function useObservable<T>({ get, subscribe }: Observable<T>): T {
  return useSyncExternalStore(subscribe, get);
}

/** The same for what nobody waits for: a new value does not interrupt what is being rendered. */
export function useObservableLater<T>({ get, subscribe }: Observable<T>): T {
  const [value, setValue] = useState(get);
  useEffect(() => {
    const update = () => startTransition(() => setValue(() => get()));
    update();
    return subscribe(update);
  }, [get, subscribe]);
  return value;
}
