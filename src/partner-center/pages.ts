import type { AnalyticsQuery } from "./query.ts";
import { printQuery } from "./query-print.ts";

/** Rows asked for at once: the documentation says "at most 10,000" and "less than 10,000". */
export const PAGE_TOP = 9999;

/** What a page says about those behind it; `received` counts the rows from the very first to its last one. */
export type Progress = { rows: number; received: number; nextLink: string | null; totalCount: number | null };

/** Relative endpoints are resolved against this to compare links with them; it is never called. */
const NOWHERE = "http://relative.invalid";

/** The endpoint as an address; one that is relative to the page stands at a host that does not exist. */
export function endpointAddress(endpoint: string): URL {
  return new URL(endpoint, NOWHERE);
}

/** The endpoint's address with this query string, relative to the page where the endpoint is. */
export function addressOf(endpoint: URL, search: string): string {
  const path = pathOf(endpoint, search);
  return endpoint.origin === NOWHERE ? path : `${endpoint.origin}${path}`;
}

/** Path and query alone, as errors show them. */
export function pathOf(endpoint: URL, search: string): string {
  return search === "" ? endpoint.pathname : `${endpoint.pathname}?${search}`;
}

/**
 * The query string of the service's link, encoded where it was not; null for a link that leaves the endpoint's origin
 * or path, which is never followed: a token would go with it.
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
 * The query string of the next page, null behind the last one: the service's own link; or else, where the link cannot
 * be followed, or there is none but the page is full or the total not reached, the same query with `skip`.
 */
export function nextSearch(query: AnalyticsQuery, progress: Progress, endpoint: URL): string | null {
  const { nextLink, received } = progress;
  const linked = nextLink === null ? null : searchOfLink(nextLink, endpoint);
  if (linked !== null) return linked;
  const { top } = query.page;
  return goesOn(progress, top) ? printQuery({ ...query, page: { top, skip: received } }) : null;
}
