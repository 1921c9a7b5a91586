import type { AnalyticsClient } from "#partner-center/client.ts";
import type { Filter } from "#partner-center/filter.ts";
import { PAGE_TOP } from "#partner-center/pages.ts";
import { printQuery } from "#partner-center/query-print.ts";
import {
  createRecordTable,
  type RecordTable,
  type RecordTableBuilder,
} from "#partner-center/record-table.ts";
import { MAX_PAGES } from "#partner-center/walk.ts";

type Place = Parameters<AnalyticsClient["recordsPage"]>[1];
type RecordsPageResponse = Awaited<ReturnType<AnalyticsClient["recordsPage"]>>;

/** how far the download has come; `total` is null where the service does not tell. */
export type DownloadProgress = { received: number; total: number | null };

/** Download under way, or broken off: what came so far, and where the next page begins. */
export type RecordsDownload = {
  builder: RecordTableBuilder;
  next: Place | null;
  /** Whether pages may be asked for out of turn, by `skip` alone. */
  canSkip: boolean;
  /** The queries of all pages. */
  asked: Set<string>;
  /** The first row of the last page. */
  pageStart: number;
  /** Rows of pages that came once more, one right after the other. */
  again: Set<number>;
  /** Rows that say the same as one of an earlier page. */
  repeats: number[];
  progress: DownloadProgress;
};

/** All records, as far as paging gave them. */
export type DownloadedRecords = { table: RecordTable; total: number | null };

export function startDownload(): RecordsDownload {
  return {
    builder: createRecordTable(),
    next: { top: PAGE_TOP, skip: 0 },
    canSkip: false,
    asked: new Set(),
    pageStart: 0,
    again: new Set(),
    repeats: [],
    progress: { received: 0, total: null },
  };
}

export type DownloadOptions = { signal?: AbortSignal; onProgress?: (progress: DownloadProgress) => void };

/**
 * Reads all records of a filter, two pages at a time where the service counts pages by `skip`. After a failure the
 * same run goes on behind its last good page.
 * @throws AnalyticsError, and the platform's AbortError when it was cancelled.
 */
export async function downloadRecords(
  client: AnalyticsClient,
  filter: Filter | null,
  run: RecordsDownload,
  { signal, onProgress }: DownloadOptions = {},
): Promise<DownloadedRecords> {
  const isNew = (place: Place) => !run.asked.has(searchOf(filter, place));
  while (run.next !== null) {
    const places = nextPlaces(run, run.next);
    const pages = places.map((place) => ({
      place,
      answer: client.recordsPage({ filter }, place, { signal }),
    }));
    // A page that turns out not to be wanted may fail without harm.
    for (const { answer } of pages) answer.catch(() => {});
    for (const [at, { place, answer }] of pages.entries()) {
      const behind = takeIn(run, place, await answer);
      run.asked.add(searchOf(filter, place));
      run.next = run.asked.size >= MAX_PAGES ? null : (behind.find(isNew) ?? null);
      onProgress?.(run.progress);
      if (run.next?.skip !== places[at + 1]?.skip) break;
    }
  }
  const { total } = run.progress;
  return { table: run.builder.table(surplus(run)), total };
}

function searchOf(filter: Filter | null, { search, top, skip }: Place): string {
  return search ?? printQuery({ kind: "records", query: { filter }, page: { top, skip } });
}

function nextPlaces({ canSkip, progress }: RecordsDownload, first: Place): Place[] {
  const second = first.skip + first.top;
  const hasSecond = canSkip && progress.total !== null && second < progress.total;
  return hasSecond ? [first, { top: first.top, skip: second }] : [first];
}

/** Takes in a page, and gives where the next one may begin, the best first: none behind the last. */
function takeIn(
  run: RecordsDownload,
  { top, search }: Place,
  { records, totalCount, next }: RecordsPageResponse,
): Place[] {
  const { builder, again, repeats } = run;
  const start = builder.size();
  builder.appendTable(records);
  const rows = Array.from(records.terms.id.codes, (_, at) => start + at);
  const isAgain = comesAgain(run, start, rows);
  const old = isAgain ? [] : rows.filter((row) => isRepeat(builder, row, start));
  for (const row of isAgain ? rows : []) again.add(row);
  repeats.push(...old);
  run.pageStart = start;
  run.progress = { received: builder.size() - again.size, total: totalCount ?? run.progress.total };
  run.canSkip = next !== null && records.size === next.top && countsBySkip(next);
  const bySkip = { top, skip: run.progress.received };
  if (next === null || old.length >= top) return [];
  // A link may lead back where `skip` does not; without a link that would be `skip` once more.
  if (isAgain) return search === undefined ? [] : [bySkip];
  return [next, bySkip];
}

/** Whether rows are those of the page before, in the same order; nothing twice is the same too. */
function comesAgain(
  { builder, pageStart }: RecordsDownload,
  start: number,
  rows: readonly number[],
): boolean {
  const isAsLong = start - pageStart === rows.length;
  return isAsLong && rows.every((row) => builder.equal(row - rows.length, row));
}

function isRepeat({ firstWithId, equal }: RecordTableBuilder, row: number, start: number): boolean {
  return firstWithId(row) < start && equal(firstWithId(row), row);
}

/** Whether the service's own link asks for nothing but the rows behind those that came. */
function countsBySkip({ search = "", skip }: Place): boolean {
  const parameters = [...new URLSearchParams(search)].map(([name, value]) => [name.toLowerCase(), value]);
  const isPlain = parameters.every(([name = ""]) => ["filter", "top", "skip"].includes(name));
  return isPlain && parameters.some(([name, value]) => name === "skip" && value === String(skip));
}

/**
 * The rows to leave out: those of pages that came again; and, since one referral may stand in the data twice, other
 * repeats only as far as more came than there are.
 */
function surplus({ again, repeats, progress: { received, total } }: RecordsDownload): Set<number> {
  const others = total === null ? repeats : repeats.slice(0, Math.max(0, received - total));
  return new Set([...again, ...others]);
}
