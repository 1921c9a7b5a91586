import type { ClickHouseSettings } from "#config/clickhouse-settings.ts";
import type { ServerSettings } from "#config/server-settings.ts";
import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { EVERYTHING_KNOWN } from "#files/records/capabilities.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { OpenBackend } from "./app.ts";
import { readSpellings } from "./authorize/restrict-to-user.ts";
import {
  countTable,
  liveCounts,
  openClickHouseStore,
  type TableCounts,
} from "./clickhouse/clickhouse-store.ts";
import type { Columns } from "./clickhouse/columns.ts";
import { connectClickHouse } from "./clickhouse/connect.ts";
import type { LiveData, LoadedData } from "./embedded/live-data.ts";
import { createAnalyticsService } from "./embedded/service.ts";
import { extrasOf } from "./store/store.ts";

/**
 * Opens a table of ClickHouse as the source; nothing is loaded.
 * @throws SettingsError for what cannot be made safe, OverloadError where the server does not answer.
 */
export async function openClickHouse(
  settings: ServerSettings,
  from: ClickHouseSettings,
  say: (line: string) => void,
): Promise<OpenBackend> {
  const { queryTimeoutMs: timeoutMs, queueLength, maxAgeMs, basePath } = settings.operation;
  const clickHouse = await connectClickHouse(from, timeoutMs);
  try {
    const store = await openClickHouseStore(clickHouse, queueLength);
    const name = `${from.database}.${from.table}`;
    const count = () => countTable(clickHouse, store.columns);
    const first = await count();
    const { total } = first;
    const counts = liveCounts(count, first, maxAgeMs);
    const id = store.columns.terms.get("id")?.text ?? "NULL";
    const [unique] = await clickHouse.rows(`SELECT count(${id}) - uniqExact(${id}) FROM ${clickHouse.table}`);
    const repeated = Number(unique?.[0]);
    if (repeated > 0)
      say(
        `${name}: ${repeated} of ${total} rows repeat the id of another, and are counted. Where a ReplacingMergeTree is not merged yet, set CLICKHOUSE_TABLE to a view with FINAL.`,
      );
    if (store.columns.absent.length > 0)
      say(`${name} has no columns for: ${store.columns.absent.join(", ")}`);
    say(`${name}: ${total} referrals in ClickHouse`);
    const loaded: LoadedData = {
      service: createAnalyticsService(store, basePath + ENDPOINT, { timeoutMs, maxAgeMs }),
      extras: createAnalyticsService(extrasOf(store), basePath + EXTRAS_ENDPOINT, { timeoutMs, maxAgeMs }),
      get source() {
        return sourceOf(name, counts(), store.columns, settings);
      },
      spellings: await readSpellings(store),
      health: {},
      get rows() {
        return counts().total;
      },
      savedAt: 0,
      queue: store.queue,
      close: () => store.close(),
    };
    const data: LiveData = {
      use: (task) => task(loaded),
      now: () => loaded,
      state: () => {
        const { newest: at, failedAt } = counts();
        return at === null ? null : { at, failedAt };
      },
      readAgain: async () => {},
      close: loaded.close,
    };
    const isOpen = settings.signIn.kind === "off";
    return {
      backend: { kind: "embedded", data },
      data: () => (isOpen && loaded.source ? loaded.source : { kind: "file-after-sign-in" }),
      close: data.close,
    };
  } catch (error) {
    await clickHouse.close();
    throw error;
  }
}

/** The time of the data is the clock's: they are as new as the answers' age allows. */
function sourceOf(
  name: string,
  { total, dated }: TableCounts,
  { absent }: Columns,
  { maxLostShare, firstPlausible }: ServerSettings,
): LoadedData["source"] {
  const limit = { state: "absent", reason: "no-column" } as const;
  return {
    ...{ kind: "file", place: "service", name, isTable: true },
    facts: {
      time: { at: Date.now(), origin: "clock" },
      ...{ loaded: total, rejected: 0, unreadable: 0, undated: total - dated, maxLostShare, firstPlausible },
      tables: [],
      contradictions: { count: 0, byField: {}, listed: [] },
      unmatchedRegistrations: 0,
      limits: { ...EVERYTHING_KNOWN.limits, ...Object.fromEntries(absent.map((field) => [field, limit])) },
      ...{ dayOnly: [], extras: [], closedAsError: 0 },
    },
  };
}
