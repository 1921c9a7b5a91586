import { sameBuckets } from "./bucket-table.ts";
import type { ResponseMetadata } from "./call.ts";
import { nextSearch } from "./pages.ts";
import type { AnalyticsQuery } from "./query.ts";
import { printQuery } from "./query-print.ts";
import type { GroupedPage } from "./response.ts";

/** More pages than any partner's data needs: a longer walk must be a loop. */
export const MAX_PAGES = 2000;

export type PageResponse = ResponseMetadata & { content: GroupedPage };

/** Pages in order, and whether paging stopped before the last one. */
export type Walk = { pages: readonly [PageResponse, ...PageResponse[]]; endedEarly: boolean };

/** A service that ignores `skip` repeats the same page; its buckets must not be counted twice. */
function repeats(pages: Walk["pages"], page: PageResponse): boolean {
  const { buckets } = page.content;
  const before = pages.at(-1)?.content.buckets;
  return before !== undefined && buckets.size > 0 && sameBuckets(before, buckets);
}

function searchAfter(pages: Walk["pages"], query: AnalyticsQuery, endpoint: URL): string | null {
  const { buckets, nextLink, totalCount, isWhole } = (pages.at(-1) ?? pages[0]).content;
  if (isWhole) return null;
  const received = pages.reduce((sum, { content }) => sum + content.buckets.size, 0);
  return nextSearch(query, { rows: buckets.size, received, nextLink, totalCount }, endpoint);
}

/**
 * Fetches pages until there is no next one; `ask` gets the query string and the page number from 0. Stops early at a
 * repeated link or page: what follows is unknown.
 */
export async function walkPages(
  query: AnalyticsQuery,
  endpoint: URL,
  fetchPage: (search: string, page: number) => Promise<PageResponse>,
): Promise<Walk> {
  const start = printQuery(query);
  const pages: [PageResponse, ...PageResponse[]] = [await fetchPage(start, 0)];
  const asked = new Set([start]);
  let search = searchAfter(pages, query, endpoint);
  while (search !== null) {
    if (asked.has(search) || pages.length >= MAX_PAGES) return { pages, endedEarly: true };
    asked.add(search);
    const page = await fetchPage(search, pages.length);
    if (repeats(pages, page)) return { pages, endedEarly: true };
    pages.push(page);
    search = searchAfter(pages, query, endpoint);
  }
  return { pages, endedEarly: false };
}
