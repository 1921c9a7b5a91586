import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "#lib/stored.ts";

/** One of a few words that this browser keeps, the same wherever it is asked for; null for none. */
export type StoredChoice<T extends string> = {
  get: () => T | null;
  set: (value: T | null) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createStoredChoice<T extends string>(name: string, values: readonly T[]): StoredChoice<T> {
  const listeners = new Set<() => void>();
  const read = () => values.find((value) => value === readStored(name)) ?? null;
  return {
    get: read,
    set(value) {
      writeStored(name, value);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStoredChoice<T extends string>({ get, set, subscribe }: StoredChoice<T>) {
  return [useSyncExternalStore(subscribe, get), set] as const;
}
