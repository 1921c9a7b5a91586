import { createObservable, type Observable, useObservable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";

/** An observable value stored in this browser; null for none. */
export type StoredChoice<T extends string> = Observable<T | null> & { set: (value: T | null) => void };

export function createStoredChoice<T extends string>(name: string, values: readonly T[]): StoredChoice<T> {
  const kept = readStored(name);
  const choice = createObservable<T | null>(values.find((value) => value === kept) ?? null);
  return {
    ...choice,
    set(value) {
      writeStored(name, value);
      choice.set(value);
    },
  };
}

export function useStoredChoice<T extends string>(choice: StoredChoice<T>) {
  return [useObservable(choice), choice.set] as const;
}
