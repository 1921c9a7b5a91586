import type { AnalyticsClient } from "#partner-center/client.ts";
import type { Filter } from "#partner-center/filter.ts";
import { PAGE_TOP } from "#partner-center/pages.ts";
import type { PageRange } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import {
  createRecordTable,
  type RecordTable,
  type RecordTableBuilder,
} from "#partner-center/record-table.ts";
import { MAX_PAGES } from "#partner-center/walk.ts";
import type { FieldRow } from "#records/deal-columns.ts";

/** A page of additional fields of the records that pass a filter. */
type FieldsPage = { rows: readonly FieldRow[]; totalCount: number };
export type FetchFields = (
  filter: Filter | null,
  page: PageRange,
  signal: AbortSignal | undefined,
) => Promise<FieldsPage>;

/** A page takes a few hundredths of a second. */
const FIELDS_TOP = 2500;

/**
 * Downloads all pages, in the order of the records.
 * @throws AnalyticsError, AbortError
 */
export async function downloadFields(
  fetchFields: FetchFields,
  filter: Filter | null,
  signal?: AbortSignal,
): Promise<FieldRow[]> {
  const all: FieldRow[] = [];
  for (;;) {
    const { rows, totalCount } = await fetchFields(filter, { top: FIELDS_TOP, skip: all.length }, signal);
    all.push(...rows);
    if (rows.length === 0 || all.length >= totalCount) return all;
  }
}

type Place = Parameters<AnalyticsClient["recordsPage"]>[1];
type RecordsPageResponse = Awaited<ReturnType<AnalyticsClient["recordsPage"]>>;

/** `total` is null where the service does not tell. */
export type DownloadProgress = { received: number; total: number | null };

/** A running or interrupted download: the records so far, and where the next page begins. */
export type RecordsDownload = {
  builder: RecordTableBuilder;
  next: Place | null;
  /** Whether pages may be requested in parallel, by `skip` alone. */
  canSkip: boolean;
  /** Query strings of all requested pages. */
  requested: Set<string>;
  /** Row number of the last page's first row. */
  pageStart: number;
  /** Rows of pages that repeat the page before. */
  repeatedPageRows: Set<number>;
  /** Rows equal to a row of an earlier page. */
  repeats: number[];
  progress: DownloadProgress;
};

/** All records that paging returned. */
export type DownloadedRecords = { table: RecordTable; total: number | null };

export function startDownload(): RecordsDownload {
  return {
    builder: createRecordTable(),
    next: { top: PAGE_TOP, skip: 0 },
    canSkip: false,
    requested: new Set(),
    pageStart: 0,
    repeatedPageRows: new Set(),
    repeats: [],
    progress: { received: 0, total: null },
  };
}

export type DownloadOptions = { signal?: AbortSignal; onProgress?: (progress: DownloadProgress) => void };

/**
 * Downloads all records of a filter, two pages at a time where the service pages by `skip`. After a failure, calling it
 * again continues after the last good page.
 * @throws AnalyticsError, and AbortError when cancelled
 */
export async function downloadRecords(
  client: AnalyticsClient,
  filter: Filter | null,
  run: RecordsDownload,
  { signal, onProgress }: DownloadOptions = {},
): Promise<DownloadedRecords> {
  const isNew = (place: Place) => !run.requested.has(searchOf(filter, place));
  while (run.next !== null) {
    const places = nextPlaces(run, run.next);
    const pages = places.map((place) => ({
      place,
      answer: client.recordsPage({ filter }, place, { signal }),
    }));
    // Avoids an unhandled rejection of a page that turns out to be unneeded.
    for (const { answer } of pages) answer.catch(() => {});
    for (const [at, { place, answer }] of pages.entries()) {
      const behind = takeIn(run, place, await answer);
      run.requested.add(searchOf(filter, place));
      run.next = run.requested.size >= MAX_PAGES ? null : (behind.find(isNew) ?? null);
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

/** Appends a page and returns where the next may begin, the best first; empty after the last page. */
function takeIn(
  run: RecordsDownload,
  { top, search }: Place,
  { records, totalCount, next }: RecordsPageResponse,
): Place[] {
  const { builder, repeatedPageRows, repeats } = run;
  const start = builder.size();
  builder.appendTable(records);
  const rows = Array.from(records.terms.id.codes, (_, at) => start + at);
  const isAgain = comesAgain(run, start, rows);
  const old = isAgain ? [] : rows.filter((row) => isRepeat(builder, row, start));
  for (const row of isAgain ? rows : []) repeatedPageRows.add(row);
  repeats.push(...old);
  run.pageStart = start;
  run.progress = {
    received: builder.size() - repeatedPageRows.size,
    total: totalCount ?? run.progress.total,
  };
  run.canSkip = next !== null && records.size === next.top && countsBySkip(next);
  const bySkip = { top, skip: run.progress.received };
  if (next === null || old.length >= top) return [];
  // A link may lead back where `skip` does not; without a link `skip` would only repeat.
  if (isAgain) return search === undefined ? [] : [bySkip];
  return [next, bySkip];
}

/** Whether rows equal those of the page before, in order; two empty pages are equal too. */
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

/** Whether the service's own link only skips the rows received so far. */
function countsBySkip({ search = "", skip }: Place): boolean {
  const parameters = [...new URLSearchParams(search)].map(([name, value]) => [name.toLowerCase(), value]);
  const isPlain = parameters.every(([name = ""]) => ["filter", "top", "skip"].includes(name));
  return isPlain && parameters.some(([name, value]) => name === "skip" && value === String(skip));
}

/**
 * The rows to leave out: those of repeated pages; other repeated rows only as far as more rows came than the total,
 * because a referral may be in the data twice.
 */
function surplus({ repeatedPageRows, repeats, progress: { received, total } }: RecordsDownload): Set<number> {
  const others = total === null ? repeats : repeats.slice(0, Math.max(0, received - total));
  return new Set([...repeatedPageRows, ...others]);
}
