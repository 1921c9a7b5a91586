import { storedName } from "./base-path.ts";
import { createObservable, type Observable } from "./observable.ts";
import { canReadStored, readStored, writeStored } from "./stored.ts";

/** A stored text, as this and other tabs change it; null when there is none. */
type KeptText = Observable<string | null> & {
  set: (text: string | null) => void;
  /** Reads what another tab may have stored just now. */
  refresh: () => void;
  /** Whether it lasts beyond the page. */
  isKept: Observable<boolean>;
};

const texts = new Map<string, KeptText>();

export function keptText(name: string): KeptText {
  const text = texts.get(name) ?? createKeptText(name);
  texts.set(name, text);
  return text;
}

function createKeptText(name: string): KeptText {
  const text = createObservable(readStored(name));
  const isKept = createObservable(canReadStored());
  const refresh = () => text.set(readStored(name));
  globalThis.addEventListener?.("storage", ({ key }) => {
    // Null: all was removed.
    if (key === null || key === storedName(name)) refresh();
  });
  const set = (next: string | null) => {
    isKept.set(writeStored(name, next));
    text.set(next);
  };
  return { ...text, set, refresh, isKept };
}

/** What this device keeps for the reader. */
export type Kept<T> = Observable<T> & {
  /** Applies a change to what is stored now. Replaces text that can't be read. */
  change: (next: (value: T) => T) => void;
  /** The stored text where it can't be read: it stays until the next change. */
  unreadable: Observable<string | null>;
  /** Forgets everything, text that can't be read, too. */
  discard: () => void;
  isKept: Observable<boolean>;
};

export type KeptFormat<T> = {
  /** The value without anything stored. */
  empty: T;
  /** Undefined where any part can't be read. */
  read: (text: string) => T | undefined;
  /** Null stores nothing. */
  print: (value: T) => string | null;
};

export function createKept<T>(name: string, { empty, read, print }: KeptFormat<T>): Kept<T> {
  const { get, subscribe, set, refresh, isKept } = keptText(name);
  const parse = (text: string | null) => ({ text, value: text === null ? empty : read(text) });
  let last = parse(get());
  const current = () => {
    if (get() !== last.text) last = parse(get());
    return last;
  };
  const valueNow = () => {
    const { value } = current();
    return value === undefined ? empty : value;
  };
  return {
    get: valueNow,
    subscribe,
    change(next) {
      refresh();
      set(print(next(valueNow())));
    },
    unreadable: { get: () => (current().value === undefined ? current().text : null), subscribe },
    discard: () => set(null),
    isKept,
  };
}
