import type { AnalyticsClient } from "#partner-center/client.ts";
import type { Filter } from "#partner-center/filter.ts";
import { PAGE_TOP } from "#partner-center/pages.ts";
import {
  createRecordTable,
  type RecordTable,
  type RecordTableBuilder,
} from "#partner-center/record-table.ts";
import { MAX_PAGES } from "#partner-center/walk.ts";

type Place = Parameters<AnalyticsClient["recordsPage"]>[1];
type Answer = Awaited<ReturnType<AnalyticsClient["recordsPage"]>>;

/** How far reading has come; `total` is null where the service does not tell. */
export type RecordsProgress = { received: number; total: number | null };

/** Reading under way, or broken off: what came so far, and where the next page begins. */
export type RecordsRun = {
  builder: RecordTableBuilder;
  next: Place | null;
  /** Whether pages may be asked for out of turn, by `skip` alone. */
  canSkip: boolean;
  asked: Set<string>;
  pages: number;
  /** Rows that say the same as one of an earlier page. */
  repeats: number[];
  progress: RecordsProgress;
};

/** All records, as far as paging gave them. */
export type ReadRecords = { table: RecordTable; total: number | null };

export function startRecords(): RecordsRun {
  return {
    builder: createRecordTable(),
    next: { top: PAGE_TOP, skip: 0 },
    canSkip: false,
    asked: new Set(),
    pages: 0,
    repeats: [],
    progress: { received: 0, total: null },
  };
}

export type ReadOptions = { signal?: AbortSignal; onProgress?: (progress: RecordsProgress) => void };

/**
 * Reads all records of a filter, two pages at a time where the service counts pages by `skip`. After a failure the
 * same run goes on behind its last good page.
 * @throws AnalyticsError, and the platform's AbortError when it was cancelled.
 */
export async function readRecords(
  client: AnalyticsClient,
  filter: Filter | null,
  run: RecordsRun,
  { signal, onProgress }: ReadOptions = {},
): Promise<ReadRecords> {
  while (run.next !== null) {
    const places = nextPlaces(run, run.next);
    const pages = places.map((place) => client.recordsPage({ filter }, place, { signal }));
    // A page that turns out not to be wanted may fail without harm.
    for (const page of pages) page.catch(() => {});
    for (const [at, page] of pages.entries()) {
      takeIn(run, await page);
      onProgress?.(run.progress);
      if (run.next?.skip !== places[at + 1]?.skip) break;
    }
  }
  const { total } = run.progress;
  return { table: run.builder.table(surplus(run)), total };
}

function nextPlaces({ canSkip, progress }: RecordsRun, first: Place): Place[] {
  const second = first.skip + first.top;
  const hasSecond = canSkip && progress.total !== null && second < progress.total;
  return hasSecond ? [first, { top: first.top, skip: second }] : [first];
}

function takeIn(run: RecordsRun, { records, totalCount, next }: Answer): void {
  const { builder, asked } = run;
  const before = builder.size();
  builder.appendTable(records);
  const repeats = repeatsFrom(builder, before);
  run.repeats.push(...repeats);
  run.progress = { received: builder.size(), total: totalCount ?? run.progress.total };
  run.canSkip = next !== null && records.size === next.top && countsBySkip(next);
  run.pages += 1;
  const goesInCircles = repeats.length === records.size || asked.has(next?.search ?? "");
  run.next = goesInCircles || run.pages >= MAX_PAGES ? null : next;
  if (next?.search) asked.add(next.search);
}

/** Whether the service's own link asks for nothing but the rows behind those that came. */
function countsBySkip({ search = "", skip }: Place): boolean {
  const parameters = [...new URLSearchParams(search)].map(([name, value]) => [name.toLowerCase(), value]);
  const isPlain = parameters.every(([name = ""]) => ["filter", "top", "skip"].includes(name));
  return isPlain && parameters.some(([name, value]) => name === "skip" && value === String(skip));
}

function repeatsFrom({ size, firstWithId, equal }: RecordTableBuilder, start: number): number[] {
  const rows = Array.from({ length: size() - start }, (_, at) => start + at);
  return rows.filter((row) => firstWithId(row) < start && equal(firstWithId(row), row));
}

/**
 * The rows to leave out: one referral may stand in the data twice, so that a repeat is one of paging only as far as
 * more came than there are.
 */
function surplus({ repeats, progress: { received, total } }: RecordsRun): Set<number> {
  return new Set(total === null ? repeats : repeats.slice(0, Math.max(0, received - total)));
}
