import type { Logger } from "pino";
import type { FileData } from "#config/app-config.ts";
import type { Spellings } from "../authorize/restrict-to-user.ts";
import { causesOf } from "../gateway/log.ts";
import type { Store } from "../store/store.ts";
import type { AnalyticsService } from "./service.ts";
import { type SharedResource, sharedResource } from "./shared-resource.ts";

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
  queue: Store["queue"];
  close: () => Promise<void>;
};

/** When the data was read, and since when reloading fails; ms since 1970 UTC. `revision` changes with both. */
export type ReadState = { revision: number; at: number; failedAt: number | null };

/** Referrals that can be reloaded while in use. */
export type LiveData = {
  use: <R>(task: (loaded: LoadedData) => Promise<R>) => Promise<R>;
  now: () => LoadedData;
  /** Null for data that are not read but asked. */
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
  let state: ReadState = { revision: 1, at: Date.now(), failedAt: null };
  let reading: Promise<void> | null = null;
  let tried = await fingerprint?.();
  let seen = tried;

  async function read(): Promise<void> {
    const { revision, at } = state;
    const began = Date.now();
    tried = await fingerprint?.();
    try {
      loaded = await open();
      lent.retire();
      lent = sharedResource(loaded, loaded.close);
      state = { revision: revision + 1, at: began, failedAt: null };
      log.info("data read again");
    } catch (error) {
      state = { revision: revision + 1, at, failedAt: began };
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
    state: () => state,
    readAgain,
    async close() {
      clearInterval(timer);
      await reading;
      await loaded.close();
    },
  };
}
