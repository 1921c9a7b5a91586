import { createObservable, type Observable } from "#lib/observable.ts";

/** A query sent over the network: `address` is path and query, `start` ms since 1970 UTC, `bytes` uncompressed. */
export type NetworkEntry = {
  kind: "network";
  id: number;
  address: string;
  start: number;
  tries: number;
  /** Null while in flight. */
  ms: number | null;
  bytes: number | null;
  status: number | null;
  ending: "under-way" | "answered" | "failed" | "cancelled";
};

/** A query answered from the cached result of another. */
export type DerivedEntry = { kind: "derived"; id: number; address: string; start: number; from: string };

export type LogEntry = NetworkEntry | DerivedEntry;

/** Every query of this visit, oldest first. */
export type CallLog = Observable<readonly LogEntry[]> & {
  /** Adds an entry and returns a function that updates it. */
  begin: (address: string, start: number) => (change: Partial<Omit<NetworkEntry, "kind" | "id">>) => void;
  derived: (address: string, from: string, start: number) => void;
};

/** Bounds memory on a page that stays open for days. */
const MAX_ENTRIES = 500;

export function createCallLog(): CallLog {
  const entries = createObservable<readonly LogEntry[]>([]);
  let last = 0;

  const append = (entry: LogEntry) => entries.set([...entries.get(), entry].slice(-MAX_ENTRIES));

  return {
    get: entries.get,
    subscribe: entries.subscribe,
    begin(address, start) {
      const id = ++last;
      const fresh = { ms: null, bytes: null, status: null, ending: "under-way" } as const;
      append({ kind: "network", id, address, start, tries: 0, ...fresh });
      return (change) =>
        entries.set(
          entries
            .get()
            .map((entry) => (entry.id === id && entry.kind === "network" ? { ...entry, ...change } : entry)),
        );
    },
    derived: (address, from, start) => append({ kind: "derived", id: ++last, address, start, from }),
  };
}

/** The call as a POSIX shell command; a placeholder replaces the token. */
export function curlLine(address: string, origin: string): string {
  const url = new URL(address, origin).href;
  const headers = ["Accept: application/json", "MS-Contract-Version: v1"].map((text) => `-H ${quoted(text)}`);
  return ["curl", ...headers, '-H "Authorization: Bearer $TOKEN"', quoted(url)].join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
