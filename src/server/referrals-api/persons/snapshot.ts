import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import type { RawRow, RawTable } from "#files/raw-table.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { type AnalyticsService, createAnalyticsService } from "../../embedded/service.ts";
import { openDuckDbStore } from "../../store/duckdb-store.ts";
import { extrasOf } from "../../store/store.ts";
import { API_HEADER, type ApiRow } from "../reader/api-row.ts";

/** Answers with the sixteen fields, and with those beside them. */
export type Services = { service: AnalyticsService; extras: AnalyticsService };

/** A person's referrals as they stood after a reading, ready to be asked. */
export type Snapshot = {
  /** Counts up from 1. */
  revision: number;
  referrals: number;
  /** Dates that nobody can read. */
  unreadable: number;
  /** Whether all were read that the person may see. */
  isWhole: boolean;
  use: <T>(task: (services: Services) => Promise<T>) => Promise<T>;
  /** Closes it when the last task is done; nothing may use it afterwards. */
  retire: () => void;
};

/** Of one person: some views, and one visit's worth of answers. */
const MEMORY_BYTES = 256 * 1024 * 1024;
const CACHE_BYTES = 8 * 1024 * 1024;
const BATCH = 2000;

/** The rows of a person, each as the JSON of its cells, which takes a fifth of the memory. */
export type KeptRows = Map<string, string>;

/** Keeps a row in place of an earlier one of its id; whether it says anything new. */
export function keep(rows: KeptRows, row: ApiRow): boolean {
  const cells = JSON.stringify(row.cells);
  const key = row.id ?? cells;
  const isNew = rows.get(key) !== cells;
  rows.set(key, cells);
  return isNew;
}

/** Makes a store of the rows, as a file of the API's pages is read. @throws LoadError */
export async function openSnapshot(
  rows: KeptRows,
  { revision, isWhole }: Pick<Snapshot, "revision" | "isWhole">,
): Promise<Snapshot> {
  const store = await openDuckDbStore(MEMORY_BYTES);
  try {
    const options = { dateOrder: null, mapping: null, now: Date.now(), say: () => {} };
    const report = await store.load({ kind: "table", table: tableOf([...rows.values()]), options });
    const services = {
      service: createAnalyticsService(store, ENDPOINT, { cacheBytes: CACHE_BYTES }),
      extras: createAnalyticsService(extrasOf(store), EXTRAS_ENDPOINT, { cacheBytes: CACHE_BYTES }),
    };
    return {
      revision,
      isWhole,
      referrals: report.loaded,
      unreadable: report.unreadable,
      ...lending(services, () => store.close()),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Lends a thing to tasks; closes it once it is retired and the last task is done. */
function lending(services: Services, close: () => Promise<void>): Pick<Snapshot, "use" | "retire"> {
  let running = 0;
  let isRetired = false;
  const closeIfDone = (): void => {
    if (isRetired && running === 0) void close();
  };
  return {
    async use(task) {
      running += 1;
      try {
        return await task(services);
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

function tableOf(rows: readonly string[]): RawTable {
  return {
    name: "Referrals API",
    kind: "json",
    rowUnit: "record",
    header: API_HEADER,
    headerLine: 0,
    rejected: { count: 0, lines: 0, byReason: {}, first: [] },
    notes: [],
    async *batches() {
      for (let start = 0; start < rows.length; start += BATCH) {
        yield rows.slice(start, start + BATCH).map((cells, place): RawRow => {
          return { line: start + place + 1, cells: JSON.parse(cells) as (string | null)[] };
        });
      }
    },
  };
}
