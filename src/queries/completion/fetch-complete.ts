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
  /** Referrals that pass a filter, as of an instant (ms) or later, or whatever is at hand. Null when nobody tells. */
  total: (filter: Filter | null, since: number | null, signal: AbortSignal) => Promise<number | null>;
  now: () => number;
  signal: AbortSignal;
  /** How many more queries a cut answer is worth. */
  fillBudget: number;
};

/**
 * Asks a grouped query and makes the answer complete: its sum is held against the ungrouped total of its filter,
 * and where buckets are missing it is repaired.
 * @throws AnalyticsError of the client, and `bad-shape` for more markets or sizes than a page can show.
 */
export async function fetchComplete(tools: CompletionOptions, query: GroupedQuery): Promise<CubeResult> {
  const { client, fold, signal } = tools;
  const start = tools.now();
  const [result, atHand] = await together(
    signal,
    (both) => client.grouped(query, { signal: both }),
    (both) => tools.total(query.filter, null, both),
  );
  const cube = await fold(query, result.pages);
  requireFewValues(cube);
  const time = result.serverTime ?? start;
  const first = reconcile(cube, atHand);
  if (first.kind === "complete") return { cube, completeness: first, time };
  // The total may be older than the answer: only one asked now tells whether something is missing.
  const total = first.kind === "unknown" ? null : await tools.total(query.filter, start, signal);
  const whole = await filledWhereTruncated(tools, cube, total);
  return { cube: whole, completeness: reconcile(whole, total), time };
}

/** Of markets and sizes: a page of more of them would come to a stand. */
const MAX_VALUES = 20_000;

function requireFewValues({ columns }: Cube): void {
  const filters: readonly string[] = Object.values(FIELD_OF_FILTER);
  const large = columns.find(({ field, values }) => filters.includes(field) && values.length > MAX_VALUES);
  if (large === undefined) return;
  throw badShape(
    `The response has ${large.values.length} different values of ${large.field}; up to ${MAX_VALUES} can be shown.`,
  );
}

/** Two things of use together alone: where one fails the other is cancelled, so that no later try waits for it. */
async function together<A, B>(
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
