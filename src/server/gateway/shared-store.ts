import { createClient } from "@redis/client";
import type { Logger } from "pino";
import { causesOf } from "./log.ts";

/** What several servers of one dashboard share: counts of calls. */
export type SharedStore = { client: object; close: () => void };

/** A call must not wait for longer for its count. */
const ANSWER_MS = 500;
const MAX_PAUSE_MS = 5000;

/** Connects to Redis, now and whenever the connection is lost; the log says when counts are shared and when not. */
export function openSharedStore(url: string, log: Logger): SharedStore {
  const client = createClient({
    url,
    // A call during an interruption is counted by its server, not later.
    disableOfflineQueue: true,
    commandOptions: { timeout: ANSWER_MS },
    pingInterval: 1000,
    socket: {
      connectTimeout: 2000,
      // A Redis that hangs ends the connection, so that the log says so.
      socketTimeout: 3000,
      reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, MAX_PAUSE_MS),
    },
  });
  let isShared: boolean | null = null;
  client.on("ready", () => {
    isShared = true;
    log.info("rate limits are shared through Redis");
  });
  client.on("error", (error: unknown) => {
    // Each further try fails, too.
    if (isShared === false) return;
    isShared = false;
    log.error({ causes: causesOf(error) }, "Redis can't be reached, each server counts calls for itself");
  });
  // Failures are events.
  client.connect().catch(() => {});
  return { client, close: () => client.destroy() };
}
