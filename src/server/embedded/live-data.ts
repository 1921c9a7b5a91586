import type { Logger } from "pino";
import type { FileData } from "#config/app-config.ts";
import type { Spellings } from "#server/authorize/restrict-to-user.ts";
import { causesOf } from "#server/gateway/log.ts";
import type { Store } from "#server/store/store.ts";
import type { AnalyticsService } from "./service.ts";

/** Loaded referrals, ready for queries. */
export type LoadedData = {
  service: AnalyticsService;
  /** Answers with the fields beside the sixteen. */
  extras: AnalyticsService;
  /** File details; null for sample data. */
  source: FileData | null;
  spellings: Spellings;
  health: object;
  /** Number of referrals. */
  rows: number;
  /** When the youngest of its files was saved, the moment of reading without files; ms since 1970 UTC. */
  savedAt: number;
  queue: Store["queue"];
  close: () => Promise<void>;
};

/** The time of the data, the same on all servers that share them, and when reloading failed; ms since 1970 UTC. */
export type ReadState = { at: number; failedAt: number | null };

/** Referrals that can be reloaded while in use. */
export type LiveData = {
  use: <R>(task: (loaded: LoadedData) => Promise<R>) => Promise<R>;
  now: () => LoadedData;
  /** Null for a table without dates. */
  state: () => ReadState | null;
  /** Reloads, unless already reloading. The old data stays in use until the new data is complete. */
  readAgain: () => Promise<void>;
  close: () => Promise<void>;
};

type LiveDataParts = {
  /** @throws LoadError for unusable data */
  open: () => Promise<LoadedData>;
  /** Changes with the files; null without files. */
  fingerprint: (() => Promise<string>) | null;
  /** Interval of checks for changes; 0 for never. */
  everyMs: number;
  log: Logger;
};

/**
 * Checks files for changes and reloads after two checks with the same change, so that files being written are left
 * alone. Failures are logged and change nothing.
 */
export async function openLiveData(
  first: LoadedData,
  { open, fingerprint, everyMs, log }: LiveDataParts,
): Promise<LiveData> {
  let loaded = first;
  let lent: SharedResource<LoadedData> = sharedResource(first, first.close);
  let failedAt: number | null = null;
  let reading: Promise<void> | null = null;
  let tried = await fingerprint?.();
  let seen = tried;

  async function read(): Promise<void> {
    const began = Date.now();
    tried = await fingerprint?.();
    try {
      loaded = await open();
      lent.retire();
      lent = sharedResource(loaded, loaded.close);
      failedAt = null;
      log.info("data read again");
    } catch (error) {
      failedAt = began;
      log.error({ causes: causesOf(error) }, "data not read again, the old ones answer");
    }
  }

  function readAgain(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function look(): Promise<void> {
    const found = await fingerprint?.();
    const isSettled = found === seen;
    seen = found;
    if (isSettled && found !== tried) await readAgain();
  }

  const timer = fingerprint && everyMs > 0 ? setInterval(() => void look(), everyMs).unref() : undefined;
  return {
    use: (task) => lent.use(task),
    now: () => loaded,
    state: () => ({ at: loaded.savedAt, failedAt }),
    readAgain,
    async close() {
      clearInterval(timer);
      await reading;
      await loaded.close();
    },
  };
}

/** A resource that is closed once it is retired and its last task is done. */
type SharedResource<T> = {
  use: <R>(task: (thing: T) => Promise<R>) => Promise<R>;
  /** Must not be used afterwards. */
  retire: () => void;
};

export function sharedResource<T>(thing: T, close: () => Promise<void>): SharedResource<T> {
  let running = 0;
  let isRetired = false;
  const closeIfDone = (): void => {
    if (isRetired && running === 0) void close();
  };
  return {
    async use(task) {
      running += 1;
      try {
        return await task(thing);
      } finally {
        running -= 1;
        closeIfDone();
      }
    },
    retire() {
      if (isRetired) return;
      isRetired = true;
      closeIfDone();
    },
  };
}
