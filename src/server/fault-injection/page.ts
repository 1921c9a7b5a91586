import type { Field } from "#partner-center/fields.ts";
import type { Level } from "#partner-center/query.ts";
import { readQuery } from "#partner-center/query-read.ts";

export type Row = Readonly<Record<string, unknown>>;

/** A page of the embedded service's response, with the parts of the query that faults need. */
export type FaultyPage = {
  rows: readonly Row[];
  nextLink: string | null;
  totalCount: number;
  /** Null where rows are referrals. */
  groups: { by: readonly Field[]; level: Level } | null;
  /** Number of rows before this page. */
  skip: number;
  /** Path and query. */
  address: string;
};

type ServiceBody = { Value: Row[]; "@nextLink": string | null; TotalCount: number };

/** Parses a response of the embedded service. `url` is that of the query. */
export function readPage(body: string, url: URL): FaultyPage {
  const { Value, "@nextLink": nextLink, TotalCount } = JSON.parse(body) as ServiceBody;
  const query = readQuery(url.search);
  const groups = query.kind === "grouped" ? { by: query.query.groupBy, level: query.query.level } : null;
  const address = `${url.pathname}${url.search}`;
  return { rows: Value, nextLink, totalCount: TotalCount, groups, skip: query.page.skip, address };
}

/** Drops the buckets after the first `n` silently: the total is adjusted. */
export function cutBuckets(page: FaultyPage, n: number): FaultyPage {
  if (page.groups === null || page.totalCount <= n) return page;
  const rows = page.rows.slice(0, Math.max(0, n - page.skip));
  const goesOn = page.skip + rows.length < n;
  return { ...page, rows, totalCount: n, nextLink: goesOn ? page.nextLink : null };
}

/** Every page links to itself, even the last. */
export function loopLink(page: FaultyPage): FaultyPage {
  return { ...page, nextLink: page.address };
}
