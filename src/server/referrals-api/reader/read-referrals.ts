import { setImmediate as turnOfEventLoop } from "node:timers/promises";
import { API_PATH } from "#config/sign-in.ts";
import { AnalyticsError, badShape } from "#partner-center/errors.ts";
import { type ApiRow, apiRow } from "./api-row.ts";
import { type ApiPageResponse, callPage, type PageCaller, pauseWith } from "./call-page.ts";

/** A next link to another origin; the message names it. */
export class ForeignLinkError extends Error {
  override name = "ForeignLinkError";
}

/**
 * Resolves a next link on the configured origin, whatever its scheme, because Microsoft's own sample has `http`.
 * `given` keeps the link's path, `usual` has the documented path where they differ.
 * @throws ForeignLinkError for another host or port, a scheme other than http(s), or an invalid URL
 */
export function nextAddress(link: string, origin: string): { given: string; usual: string } {
  const base = new URL(origin);
  if (!URL.canParse(link, origin))
    throw new ForeignLinkError("The API's link to its next page can't be read.");
  const url = new URL(link, origin);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isPort = url.port === base.port || url.port === "";
  if (!isWeb || url.hostname !== base.hostname || !isPort || url.username !== "" || url.password !== "") {
    throw new ForeignLinkError(
      `The API's link to its next page leads to ${url.host || url.protocol} instead of ${base.host}: it is not followed.`,
    );
  }
  return { given: `${origin}${url.pathname}${url.search}`, usual: `${origin}${API_PATH}${url.search}` };
}

export type ReaderOptions = {
  /** Of the API, without a path. */
  origin: string;
  signal: AbortSignal;
  /** The token for the next call; `refused` is the one just rejected, and why. Waits for another. Rejects to cancel. */
  token: (refused: { token: string; error: AnalyticsError } | null) => Promise<string>;
  /** Called when the API has accepted a token. */
  onAccepted: (token: string) => void;
  /** Called with the rows of each page, before the next is requested. */
  onRows: (rows: readonly ApiRow[]) => void | Promise<void>;
  /** Names of the API that the mapping does not know. */
  unknownNames: Set<string>;
  /** Per page. */
  timeoutMs?: number;
  /** Waits between retries, in ms. */
  pause?: PageCaller["pause"] | undefined;
};

/** `startedAt`: the API's clock at the first page, ms since 1970 UTC. */
export type ReadingResult = { startedAt: number };

/** The API's maximum. */
const PAGE_SIZE = 200;
/** Limit of consecutive pages without new referrals that still link to a next one. */
const MAX_EMPTY = 100;
/** A page of this size without a next link probably reached the API's limit. */
const FULL_PAGE = 100;
/** Limit of link chains that loop without new referrals. */
const MAX_LOOPS = 5;
/** Tolerates clock differences between the API's machines; changes during reading are read again. */
const OVERLAP_MS = 5 * 60_000;

/**
 * Reads all visible referrals, last updated first; with `since` (ms since 1970 UTC) those updated after it, with an
 * overlap. One call at a time. Next links are not relied upon: where they end or loop, referrals older than the oldest
 * so far are requested until there are no new ones; then those updated meanwhile.
 * @throws AnalyticsError, ForeignLinkError; rejections of `token`
 */
export async function readReferrals(options: ReaderOptions, since: number | null): Promise<ReadingResult> {
  const reading: Reading = {
    options,
    seen: new Map(),
    oldest: null,
    startedAt: null,
    usesUsualPath: false,
    refused: null,
  };
  await readDown(reading, since === null ? null : since - OVERLAP_MS);
  const startedAt = reading.startedAt ?? Date.now();
  if (since === null) {
    // A referral updated during reading moves to the front, which has been read already.
    reading.oldest = null;
    await readDown(reading, startedAt - OVERLAP_MS);
  }
  return { startedAt };
}

type Reading = {
  options: ReaderOptions;
  /** Last update of each referral, by id. */
  seen: Map<string, number | null>;
  oldest: number | null;
  startedAt: number | null;
  /** Next links have led to a path that does not exist. */
  usesUsualPath: boolean;
  refused: Parameters<ReaderOptions["token"]>[0];
};

/** `found`: new referrals. `isLoop`: the links looped. `last`: size of the last page. */
type Chain = { found: number; isLoop: boolean; last: number };

/** Reads pages from the newest update down to `from`, starting new chains of links where one ends too early. */
async function readDown(reading: Reading, from: number | null): Promise<void> {
  let loops = 0;
  for (;;) {
    const { found, isLoop, last } = await readChain(reading, from);
    if (found > 0) loops = 0;
    else if (isLoop && loops < MAX_LOOPS) loops += 1;
    else if (isLoop) throw badShape("The API's links to the next page turn round.");
    else if (last >= FULL_PAGE)
      throw badShape("More referrals than the API gives at once were updated at the same time.");
    else return;
  }
}

/**
 * Follows next links to their end. The next page is fetched while the current one is processed: still one call at a
 * time.
 */
async function readChain(reading: Reading, from: number | null): Promise<Chain> {
  const asked = new Set<string>();
  let url: string | null = `${reading.options.origin}${API_PATH}?${queryOf(from, reading.oldest)}`;
  let found = 0;
  let idle = 0;
  let last = 0;
  let coming = pageAt(reading, url);
  while (url !== null && !asked.has(url)) {
    asked.add(url);
    const page = await coming;
    reading.startedAt ??= page.time;
    url = page.nextLink === null ? null : addressOf(reading, page.nextLink);
    if (url !== null && !asked.has(url)) {
      coming = pageAt(reading, url);
      // Its error is handled when it is awaited; the current page may end reading earlier.
      coming.catch(() => undefined);
      // Else the request would not leave before the current page has been taken.
      await turnOfEventLoop();
    }
    const fresh = await take(reading, page);
    found += fresh;
    idle = fresh === 0 ? idle + 1 : 0;
    if (idle > MAX_EMPTY) throw badShape("The API sends one page without anything new after the other.");
    last = page.referrals.length;
  }
  return { found, isLoop: url !== null, last };
}

function queryOf(from: number | null, oldest: number | null): string {
  const terms = [
    ...(from === null ? [] : [`updatedDateTime ge ${new Date(from).toISOString()}`]),
    // Rounded up to ms, because the API's instants have more digits.
    ...(oldest === null ? [] : [`updatedDateTime le ${new Date(oldest + 1).toISOString()}`]),
  ];
  const query = new URLSearchParams({
    ...(terms.length > 0 ? { $filter: terms.join(" and ") } : {}),
    $orderby: "updatedDateTime desc",
    $top: String(PAGE_SIZE),
  });
  // OData requires spaces as %20.
  return query.toString().replaceAll("+", "%20").replaceAll("%24", "$");
}

function addressOf({ options: { origin }, usesUsualPath }: Reading, link: string): string {
  const { given, usual } = nextAddress(link, origin);
  return usesUsualPath ? usual : given;
}

async function take(reading: Reading, { referrals }: ApiPageResponse): Promise<number> {
  const { seen, options } = reading;
  const rows = referrals.map((referral) => apiRow(referral, options.unknownNames));
  let found = 0;
  for (const { id, updated, cells } of rows) {
    const key = id ?? JSON.stringify(cells);
    if (!seen.has(key) || seen.get(key) !== updated) found += 1;
    seen.set(key, updated);
    if (updated !== null && (reading.oldest === null || updated < reading.oldest)) reading.oldest = updated;
  }
  await options.onRows(rows);
  return found;
}

/**
 * Fetches a page, with another token if the current one expired, and by the documented path if the link's does not
 * exist.
 */
async function pageAt(reading: Reading, url: string): Promise<ApiPageResponse> {
  const { options } = reading;
  for (;;) {
    const token = await options.token(reading.refused);
    reading.refused = null;
    try {
      const page = await callPage(url, callerOf(options, token));
      options.onAccepted(token);
      return page;
    } catch (error) {
      if (!(error instanceof AnalyticsError)) throw error;
      const usual = usualOf(url, options.origin);
      if (error.kind === "not-offered" && usual !== url) {
        reading.usesUsualPath = true;
        return pageAt(reading, usual);
      }
      if (error.call.status !== 401) throw error;
      reading.refused = { token, error };
    }
  }
}

function usualOf(url: string, origin: string): string {
  return `${origin}${API_PATH}${new URL(url).search}`;
}

function callerOf(options: ReaderOptions, token: string): PageCaller {
  const { signal, timeoutMs = 60_000, pause = pauseWith(signal) } = options;
  return { token, signal, timeoutMs, pause };
}
