import { cubeFromRecords } from "#cube/count-records.ts";
import type { Cube } from "#cube/cube.ts";
import { reconcile } from "#cube/reconcile.ts";
import type { PageReader } from "#parsing/worker-reader.ts";
import type { AnalyticsClient } from "#partner-center/client.ts";
import { badShape } from "#partner-center/errors.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import type { CubeResult } from "#queries/cube-result.ts";
import { downloadRecords, startDownload } from "#queries/download-records.ts";
import { FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import { canFill, type Fetchers, fillTruncated } from "./fill-truncated.ts";

export type CompletionOptions = {
  client: AnalyticsClient;
  fold: PageReader["fold"];
  /**
   * Referrals that pass a filter, fetched at `since` (ms) or later, or cached for null. Null when the service does not
   * tell.
   */
  total: (filter: Filter | null, since: number | null, signal: AbortSignal) => Promise<number | null>;
  now: () => number;
  signal: AbortSignal;
  /** Further queries allowed to complete a truncated result. */
  fillBudget: number;
};

/**
 * Fetches a grouped result and completes it: compares its sum with the ungrouped total of the same filter and fetches
 * missing buckets in parts.
 * @throws AnalyticsError of the client, and `bad-shape` for more markets or sizes than a page can show
 */
export async function fetchComplete(tools: CompletionOptions, query: GroupedQuery): Promise<CubeResult> {
  const { client, fold, signal } = tools;
  const start = tools.now();
  const [result, cachedTotal] = await awaitBoth(
    signal,
    (both) => client.grouped(query, { signal: both }),
    (both) => tools.total(query.filter, null, both),
  );
  const cube = await fold(query, result.pages);
  requireFewValues(cube);
  const time = result.serverTime ?? start;
  const first = reconcile(cube, cachedTotal);
  if (first.kind === "complete") return { cube, completeness: first, time };
  // A cached total may be older than the result: only a new one can tell whether buckets are missing.
  const total = first.kind === "unknown" ? null : await tools.total(query.filter, start, signal);
  const whole = await filledWhereTruncated(tools, cube, total);
  return { cube: whole, completeness: reconcile(whole, total), time };
}

/** Limit for distinct markets and for sizes; with more the page would freeze. */
const MAX_VALUES = 20_000;

function requireFewValues({ columns }: Cube): void {
  const filters: readonly string[] = Object.values(FIELD_OF_FILTER);
  const large = columns.find(({ field, values }) => filters.includes(field) && values.length > MAX_VALUES);
  if (large === undefined) return;
  throw badShape(
    `The response has ${large.values.length} different values of ${large.field}; up to ${MAX_VALUES} can be shown.`,
  );
}

/**
 * Awaits two calls of which one is useless without the other: a failure cancels the other, so that no retry waits for
 * it.
 */
async function awaitBoth<A, B>(
  signal: AbortSignal,
  first: (signal: AbortSignal) => Promise<A>,
  second: (signal: AbortSignal) => Promise<B>,
): Promise<[A, B]> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  try {
    return await Promise.all([first(both), second(both)]);
  } catch (error) {
    stop.abort();
    throw error;
  }
}

async function filledWhereTruncated(
  tools: CompletionOptions,
  cube: Cube,
  total: number | null,
): Promise<Cube> {
  const missing = canFill(reconcile(cube, total), tools.fillBudget);
  return missing && total !== null ? fillTruncated(fetchersOf(tools), cube, total) : cube;
}

function fetchersOf({ client, fold, now, signal, fillBudget }: CompletionOptions): Fetchers {
  return {
    grouped: async (query) => fold(query, (await client.grouped(query, { signal })).pages),
    total: async (filter) => (await client.total(filter, { signal })).totalCount,
    counted: async (query) => {
      const { table } = await downloadRecords(client, query.filter, startDownload(), { signal });
      return cubeFromRecords(query, table);
    },
    now,
    queryBudget: fillBudget,
  };
}
