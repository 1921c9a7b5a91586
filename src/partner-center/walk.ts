import { sameBuckets } from "./bucket-table.ts";
import type { ResponseFacts } from "./call.ts";
import { nextSearch } from "./pages.ts";
import type { AnalyticsQuery } from "./query.ts";
import { printQuery } from "./query-print.ts";
import type { GroupedPage } from "./response.ts";

/** More pages than the largest partner has buckets or records for: a walk this long goes in circles. */
export const MAX_PAGES = 2000;

export type PageResponse = ResponseFacts & { content: GroupedPage };

/** Pages in order, and whether the walk ended before the last one. */
export type Walk = { pages: readonly [PageResponse, ...PageResponse[]]; endedEarly: boolean };

/** A service that ignores `skip` sends the same page for ever; its buckets must not be added up twice. */
function repeats(pages: Walk["pages"], page: PageResponse): boolean {
  const { buckets } = page.content;
  const before = pages.at(-1)?.content.buckets;
  return before !== undefined && buckets.size > 0 && sameBuckets(before, buckets);
}

function searchAfter(pages: Walk["pages"], query: AnalyticsQuery, endpoint: URL): string | null {
  const { buckets, nextLink, totalCount } = (pages.at(-1) ?? pages[0]).content;
  const received = pages.reduce((sum, { content }) => sum + content.buckets.size, 0);
  return nextSearch(query, { rows: buckets.size, received, nextLink, totalCount }, endpoint);
}

/**
 * Asks for page after page until there is no next one; `ask` gets the query string and the number of the page, from 0.
 * A link or page that comes again ends the walk early: what is behind it stays unknown.
 */
export async function walkPages(
  query: AnalyticsQuery,
  endpoint: URL,
  ask: (search: string, page: number) => Promise<PageResponse>,
): Promise<Walk> {
  const start = printQuery(query);
  const pages: [PageResponse, ...PageResponse[]] = [await ask(start, 0)];
  const asked = new Set([start]);
  let search = searchAfter(pages, query, endpoint);
  while (search !== null) {
    if (asked.has(search) || pages.length >= MAX_PAGES) return { pages, endedEarly: true };
    asked.add(search);
    const page = await ask(search, pages.length);
    if (repeats(pages, page)) return { pages, endedEarly: true };
    pages.push(page);
    search = searchAfter(pages, query, endpoint);
  }
  return { pages, endedEarly: false };
}
