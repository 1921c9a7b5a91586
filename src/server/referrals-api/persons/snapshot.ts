import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { impreciseDates } from "#files/import/source-facts.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { sharedResource } from "#server/embedded/live-data.ts";
import { type AnalyticsService, createAnalyticsService } from "../../embedded/service.ts";
import type { HistoryFacts } from "../../history/history-folder.ts";
import { openDuckDbStore } from "../../store/duckdb-store.ts";
import { extrasOf } from "../../store/store.ts";

/** Services for the sixteen fields, and for the additional ones. */
export type Services = { service: AnalyticsService; extras: AnalyticsService };

/** A person's referrals after a read, ready for queries. */
export type Snapshot = {
  /** Counts from 1. */
  revision: number;
  referrals: number;
  unreadable: number;
  /** Whether all visible referrals were read. */
  isWhole: boolean;
  /** Stored reads, and the number of dates per field known only to lie between two of them. */
  history: HistoryFacts | null;
  imprecise: Partial<Record<string, number>>;
  use: <T>(task: (services: Services) => Promise<T>) => Promise<T>;
  /** Closes it after the last running task; must not be used afterwards. */
  retire: () => void;
};

/** For one person: few views, and responses of one visit. */
const MEMORY_BYTES = 256 * 1024 * 1024;
const CACHE_BYTES = 8 * 1024 * 1024;

type SnapshotFacts = Pick<Snapshot, "revision" | "isWhole" | "history"> & { basePath: string };

/**
 * Loads the records into a store.
 * @throws LoadError
 */
export async function openSnapshot(
  records: Iterable<ImportedRecord>,
  { revision, isWhole, history, basePath }: SnapshotFacts,
): Promise<Snapshot> {
  const store = await openDuckDbStore({ memoryBytes: MEMORY_BYTES, isSmall: true });
  try {
    const report = await store.load({ kind: "records", name: "Referrals API", records, now: Date.now() });
    const services = {
      service: createAnalyticsService(store, basePath + ENDPOINT, { cacheBytes: CACHE_BYTES }),
      extras: createAnalyticsService(extrasOf(store), basePath + EXTRAS_ENDPOINT, {
        cacheBytes: CACHE_BYTES,
      }),
    };
    return {
      revision,
      isWhole,
      history,
      imprecise: impreciseDates(report.extras),
      referrals: report.loaded,
      unreadable: report.unreadable,
      ...sharedResource(services, () => store.close()),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
