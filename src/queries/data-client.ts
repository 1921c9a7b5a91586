import { pageReader } from "#parsing/page-reader.ts";
import type { PageReader } from "#parsing/worker-reader.ts";
import type { ClientOptions } from "#partner-center/call.ts";
import { type AnalyticsClient, createClient } from "#partner-center/client.ts";
import { type CallLog, createCallLog } from "./call-log.ts";
import { createGate, type Gate } from "./gate.ts";
import { BROWSER, type Surroundings } from "./surroundings.ts";

/** Everything between a question of the page and the service: a client behind one gate, and what went through it. */
export type DataClient = {
  client: AnalyticsClient;
  /** Makes a cube of the pages of an answer. */
  fold: PageReader["fold"];
  gate: Gate;
  log: CallLog;
  now: () => number;
};

/** Once per page, since all its calls share the gate. */
export function createDataClient(options: ClientOptions, around: Surroundings = BROWSER): DataClient {
  const log = createCallLog();
  const send: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
  const gate = createGate(send, around, log);
  const reader = pageReader();
  const client = createClient({ reader, ...options, fetch: gate.fetch });
  return { client, fold: reader.fold, gate, log, now: around.now };
}
