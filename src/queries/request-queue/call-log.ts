import { createObservable, type Observable } from "#lib/observable.ts";

/** A query that went over the wire: `address` is path and query, `start` ms since 1970 UTC, `bytes` unpacked. */
export type NetworkEntry = {
  kind: "network";
  id: number;
  address: string;
  start: number;
  tries: number;
  /** Null while it is under way. */
  ms: number | null;
  bytes: number | null;
  status: number | null;
  ending: "under-way" | "answered" | "failed" | "cancelled";
};

/** A query that was answered without asking, from the answer to another one. */
export type DerivedEntry = { kind: "derived"; id: number; address: string; start: number; from: string };

export type LogEntry = NetworkEntry | DerivedEntry;

/** Every query of this visit, the oldest first. */
export type CallLog = Observable<readonly LogEntry[]> & {
  /** Writes a call down; the result changes its entry as it goes on. */
  begin: (address: string, start: number) => (change: Partial<Omit<NetworkEntry, "kind" | "id">>) => void;
  derived: (address: string, from: string, start: number) => void;
};

/** A page that stays open for days must not grow without end. */
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

/** The call as a line for a POSIX shell; the token stays out, its place is named. */
export function curlLine(address: string, origin: string): string {
  const url = new URL(address, origin).href;
  const headers = ["Accept: application/json", "MS-Contract-Version: v1"].map((text) => `-H ${quoted(text)}`);
  return ["curl", ...headers, '-H "Authorization: Bearer $TOKEN"', quoted(url)].join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
