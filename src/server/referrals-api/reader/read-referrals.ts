import { API_PATH } from "#config/sign-in.ts";
import { AnalyticsError, badShape } from "#partner-center/errors.ts";
import { type ApiRow, apiRow } from "./api-row.ts";
import { type ApiPageResponse, callPage, type PageCaller, pauseWith } from "./call-page.ts";
import { nextAddress } from "./next-link.ts";

export type ReaderOptions = {
  /** Of the API, without a path. */
  origin: string;
  signal: AbortSignal;
  /**
   * The token for the next call; `refused` is the one that was just not taken, and why. Waits until there is another.
   * Rejects to give up.
   */
  token: (refused: { token: string; error: AnalyticsError } | null) => Promise<string>;
  /** Called when the API has answered to a token. */
  onAccepted: (token: string) => void;
  /** Called with what each page brought, before the next one is asked for. */
  onRows: (rows: readonly ApiRow[]) => void | Promise<void>;
  /** Names of the API that the mapping does not know. */
  unknownNames: Set<string>;
  /** For one page. */
  timeoutMs?: number;
  /** Waits for so many ms between two tries. */
  pause?: PageCaller["pause"] | undefined;
};

/** `startedAt`: the API's clock at the first page, ms since 1970 UTC. */
export type ReadingResult = { startedAt: number };

/** As many as the API gives at once. */
const PAGE_SIZE = 200;
/** Pages without anything new, one behind the other, that still name a next one. */
const MAX_EMPTY = 100;
/** So many referrals without a next page are probably as many as the API gives at once. */
const FULL_PAGE = 100;
/** Chains of links that turn round before they bring anything. */
const MAX_LOOPS = 5;
/** Clocks of the API's own machines may lie apart, and what changes while it is read is read again. */
const OVERLAP_MS = 5 * 60_000;

/**
 * Reads all referrals that the person may see, last updated first; with `since` (ms since 1970 UTC) those updated after
 * it, with an overlap. One call at a time. The next links are not trusted alone: where they end or turn round, it asks
 * for what is older than the oldest referral so far, until nothing new comes; then for what was updated meanwhile.
 * @throws AnalyticsError, ForeignLinkError; whatever `token` rejects with.
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
    // A referral that is changed while others are read moves to the front, where the pages have passed already.
    reading.oldest = null;
    await readDown(reading, startedAt - OVERLAP_MS);
  }
  return { startedAt };
}

type Reading = {
  options: ReaderOptions;
  /** The last update of each referral, by id. */
  seen: Map<string, number | null>;
  oldest: number | null;
  startedAt: number | null;
  /** Next links point to a path where nothing answers. */
  usesUsualPath: boolean;
  refused: Parameters<ReaderOptions["token"]>[0];
};

/** `found`: referrals that were not known before. `isLoop`: the links turned round. `last`: referrals of the last page. */
type Chain = { found: number; isLoop: boolean; last: number };

/** Page by page from the newest update down to `from`; the chain of links begins anew where it ends too early. */
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

/** Follows next links to their end. The next page is on its way while one is taken in: still one call at a time. */
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
      // Looked at when it is its turn; what this page brings may end the reading before.
      coming.catch(() => undefined);
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
    // The next whole ms, since an instant of the API has more digits.
    ...(oldest === null ? [] : [`updatedDateTime le ${new Date(oldest + 1).toISOString()}`]),
  ];
  const query = new URLSearchParams({
    ...(terms.length > 0 ? { $filter: terms.join(" and ") } : {}),
    $orderby: "updatedDateTime desc",
    $top: String(PAGE_SIZE),
  });
  // OData wants blanks as %20.
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

/** A page, with another token where the one at hand has ended, and by the documented path where the link's is none. */
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
