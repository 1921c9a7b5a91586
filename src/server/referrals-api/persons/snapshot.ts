import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { importTable, planFor } from "#files/import/import-table.ts";
import { impreciseDates } from "#files/import/source-facts.ts";
import type { RawRow, RawTable } from "#files/raw-table.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { decodeRecord, type EncodedRecord, encodeRecord } from "#files/records/record-codec.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { type AnalyticsService, createAnalyticsService } from "../../embedded/service.ts";
import { sharedResource } from "../../embedded/shared-resource.ts";
import type { HistoryFacts } from "../../history/history-folder.ts";
import { openDuckDbStore } from "../../store/duckdb-store.ts";
import { extrasOf } from "../../store/store.ts";
import { API_HEADER, type ApiRow } from "../reader/api-row.ts";

/** Services for the sixteen fields, and for the additional ones. */
export type Services = { service: AnalyticsService; extras: AnalyticsService };

/** A person's referrals after a read, ready for queries. */
export type Snapshot = {
  /** Counts from 1. */
  revision: number;
  referrals: number;
  /** Unreadable dates. */
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

/**
 * A person's referrals by id (those without one separately), stored as JSON text, which takes a fifth of the memory.
 */
export type KeptRecords = Map<string, string>;

/** Stores the rows of a page, replacing earlier ones with the same ids; returns whether anything changed. */
export async function keepPage(kept: KeptRecords, rows: readonly ApiRow[]): Promise<boolean> {
  let hasNews = false;
  const table = tableOf(rows);
  const plan = planFor(table, null);
  if (plan === null) throw new Error("The columns of the API are of no known format.");
  const referral = (record: ImportedRecord) => {
    const text = JSON.stringify(encodeRecord(record));
    const key = record.terms.id ?? text;
    hasNews ||= kept.get(key) !== text;
    kept.set(key, text);
  };
  const sink = { referral, registration: () => {}, flush: () => {} };
  await importTable(table, plan, sink, { dateOrder: null, mapping: null, now: Date.now() });
  return hasNews;
}

/** Iterates over the records, repeatedly if needed. */
export function recordsOf(kept: KeptRecords): Iterable<ImportedRecord> {
  return {
    *[Symbol.iterator]() {
      for (const text of kept.values()) yield decodeRecord(JSON.parse(text) as EncodedRecord);
    },
  };
}

type SnapshotFacts = Pick<Snapshot, "revision" | "isWhole" | "history">;

/**
 * Loads the records into a store.
 * @throws LoadError
 */
export async function openSnapshot(
  records: Iterable<ImportedRecord>,
  { revision, isWhole, history }: SnapshotFacts,
): Promise<Snapshot> {
  const store = await openDuckDbStore(MEMORY_BYTES);
  try {
    const report = await store.load({ kind: "records", name: "Referrals API", records, now: Date.now() });
    const services = {
      service: createAnalyticsService(store, ENDPOINT, { cacheBytes: CACHE_BYTES }),
      extras: createAnalyticsService(extrasOf(store), EXTRAS_ENDPOINT, { cacheBytes: CACHE_BYTES }),
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

function tableOf(rows: readonly ApiRow[]): RawTable {
  return {
    name: "Referrals API",
    kind: "json",
    rowUnit: "record",
    header: API_HEADER,
    headerLine: 0,
    rejected: { count: 0, lines: 0, byReason: {}, first: [] },
    notes: [],
    async *batches() {
      yield rows.map(({ cells }, place): RawRow => ({ line: place + 1, cells }));
    },
  };
}
