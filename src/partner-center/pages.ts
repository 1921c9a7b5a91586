import type { AnalyticsQuery } from "./query.ts";
import { printQuery } from "./query-print.ts";

/** Page size: the documentation says both "at most 10,000" and "less than 10,000". */
export const PAGE_TOP = 9999;

/** Where paging stands after a page; `received` counts the rows of all pages so far. */
export type Progress = { rows: number; received: number; nextLink: string | null; totalCount: number | null };

/** Base for relative endpoints, to compare links; never called. */
const NOWHERE = "http://relative.invalid";

/** The endpoint as a URL; a relative one gets a placeholder host. */
export function endpointAddress(endpoint: string): URL {
  return new URL(endpoint, NOWHERE);
}

/** Whether the endpoint is on the page's own origin. */
export function isOwnOrigin({ origin }: URL): boolean {
  return origin === NOWHERE;
}

/** The endpoint's URL with this query string; relative if the endpoint is. */
export function addressOf(endpoint: URL, search: string): string {
  const path = pathOf(endpoint, search);
  return isOwnOrigin(endpoint) ? path : `${endpoint.origin}${path}`;
}

/** Path and query, as shown in errors. */
export function pathOf(endpoint: URL, search: string): string {
  return search === "" ? endpoint.pathname : `${endpoint.pathname}?${search}`;
}

/**
 * The query string of the service's link, encoded if it was not; null for a link to another origin or path, which is
 * never followed, because it would receive the token.
 */
export function searchOfLink(link: string, endpoint: URL): string | null {
  if (!URL.canParse(link, endpoint)) return null;
  const { origin, pathname, search } = new URL(link, endpoint);
  const stays = origin === endpoint.origin && pathname === endpoint.pathname;
  return stays && search.length > 1 ? search.slice(1) : null;
}

function goesOn({ rows, received, nextLink, totalCount }: Progress, top: number): boolean {
  if (rows === 0) return false;
  return nextLink !== null || rows >= top || (totalCount !== null && received < totalCount);
}

/**
 * The query string of the next page; null after the last. The service's own link; or, where there is none to follow but
 * the page is full or the total not reached, the same query with `skip`.
 */
export function nextSearch(query: AnalyticsQuery, progress: Progress, endpoint: URL): string | null {
  const { nextLink, received } = progress;
  const linked = nextLink === null ? null : searchOfLink(nextLink, endpoint);
  if (linked !== null) return linked;
  const { top } = query.page;
  return goesOn(progress, top) ? printQuery({ ...query, page: { top, skip: received } }) : null;
}
