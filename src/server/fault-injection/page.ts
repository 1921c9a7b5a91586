import type { Field } from "#partner-center/fields.ts";
import type { Level } from "#partner-center/query.ts";
import { readQuery } from "#partner-center/query-read.ts";

export type Row = Readonly<Record<string, unknown>>;

/** A page of an answer of the embedded service, and of the query only what faults need. */
export type FaultyPage = {
  rows: readonly Row[];
  nextLink: string | null;
  totalCount: number;
  /** Null where the rows are referrals. */
  groups: { by: readonly Field[]; level: Level } | null;
  /** Rows before the first one of this page. */
  skip: number;
  /** Path and query of the query itself. */
  address: string;
};

type ServiceBody = { Value: Row[]; "@nextLink": string | null; TotalCount: number };

/** Reads an answer of the embedded service back. `url` is the query's address. */
export function readPage(body: string, url: URL): FaultyPage {
  const { Value, "@nextLink": nextLink, TotalCount } = JSON.parse(body) as ServiceBody;
  const query = readQuery(url.search);
  const groups = query.kind === "grouped" ? { by: query.query.groupBy, level: query.query.level } : null;
  const address = `${url.pathname}${url.search}`;
  return { rows: Value, nextLink, totalCount: TotalCount, groups, skip: query.page.skip, address };
}

/** Cuts the buckets after the first `n`, and says nothing: the total becomes that of a complete answer. */
export function cutBuckets(page: FaultyPage, n: number): FaultyPage {
  if (page.groups === null || page.totalCount <= n) return page;
  const rows = page.rows.slice(0, Math.max(0, n - page.skip));
  const goesOn = page.skip + rows.length < n;
  return { ...page, rows, totalCount: n, nextLink: goesOn ? page.nextLink : null };
}

/** Every page points at itself as the next one, the last page too. */
export function loopLink(page: FaultyPage): FaultyPage {
  return { ...page, nextLink: page.address };
}
