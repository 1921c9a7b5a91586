import type { Logger } from "pino";
import type { FileData } from "#config/app-config.ts";
import type { Spellings } from "../authorize/restrict-to-user.ts";
import { causesOf } from "../gateway/log.ts";
import type { Store } from "../store/store.ts";
import { type Lending, lending } from "./lending.ts";
import type { AnalyticsService } from "./service.ts";

/** Referrals as they were loaded once, ready to be asked. */
export type LoadedData = {
  service: AnalyticsService;
  /** Answers with the fields beside the sixteen. */
  extras: AnalyticsService;
  /** What is told of the files; null for sample data. */
  source: FileData | null;
  spellings: Spellings;
  health: object;
  queue: Store["queue"];
  close: () => Promise<void>;
};

/** When the data were read, and since when newer ones could not be; ms since 1970 UTC. `revision` counts both. */
export type ReadState = { revision: number; at: number; failedAt: number | null };

/** Referrals that may be read again while they answer. */
export type LiveData = {
  use: <R>(task: (loaded: LoadedData) => Promise<R>) => Promise<R>;
  now: () => LoadedData;
  /** Null for data that are not read but asked. */
  state: () => ReadState | null;
  /** Reads them again, unless that is under way. The old ones answer until the new ones are whole. */
  readAgain: () => Promise<void>;
  close: () => Promise<void>;
};

type LiveDataParts = {
  /** @throws LoadError for data that are not to be used. */
  open: () => Promise<LoadedData>;
  /** Another text when the files have changed; null where there are none. */
  fingerprint: (() => Promise<string>) | null;
  /** How often to look for changes; 0 for never. */
  everyMs: number;
  log: Logger;
};

/**
 * Looks for changes of the files and reads them again once two looks have found the same: a file that is still being
 * written is left alone. What cannot be read changes nothing and is logged.
 */
export async function openLiveData(
  first: LoadedData,
  { open, fingerprint, everyMs, log }: LiveDataParts,
): Promise<LiveData> {
  let loaded = first;
  let lent: Lending<LoadedData> = lending(first, first.close);
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
      lent = lending(loaded, loaded.close);
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
