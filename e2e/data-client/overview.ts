import { QueryClient } from "@tanstack/react-query";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { canonicalRows } from "#cube/testing/cubes.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { type CubeResult, deriveResult, isWhole, nameOf } from "#queries/cube-result.ts";
import { createDataClient, type DataClient } from "#queries/data-client.ts";
import { DATASET_SUMMARY_QUERY, periodFilter, stagesQuery, trendQuery } from "#queries/query-builders.ts";
import { cachedResults, findCoveringResult } from "#queries/query-cache.ts";
import type { Environment } from "#queries/request-queue/environment.ts";
import { closingQueryFor } from "#queries/stages.ts";
import { groupedOptions } from "#queries/use-grouped.ts";
import { supersetQuery } from "#queries/use-prefetch-cube.ts";

/** What became of a query: its rows and how far they can be trusted, or the kind of failure. */
export type Outcome = { rows: string[]; completeness: Completeness["kind"] } | { failure: string };
/** By the name of the query: what is asked depends on what was answered before. */
export type OverviewState = Record<string, Outcome>;
/** `mostTries`: of the query that was sent most often. */
export type CountedOverview = { asked: OverviewState; mostTries: number };

const PERIOD = { from: "2025-03-01", to: "2026-02-28" };
const IN_PERIOD = periodFilter("createdDate", PERIOD);

/** A world in which waiting takes no time: the clock jumps instead. */
export function hurried(): Environment {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      skipped += Math.max(0, ms);
    },
    random: () => 0.5,
    isOffline: () => false,
    untilOnline: () => Promise.reject(new Error("The network is never away.")),
  };
}

/** A `fetch` that counts how often each query is sent; all tries of one have its id. */
export function countTries() {
  const tries = new Map<string, number>();
  const send: typeof fetch = (address, init) => {
    const id = new Headers(init?.headers).get("MS-RequestId") ?? "";
    tries.set(id, (tries.get(id) ?? 0) + 1);
    return fetch(address, init);
  };
  return { fetch: send, most: () => Math.max(0, ...tries.values()) };
}

/** Asks through the data client what the Overview asks, in its order, with every wait skipped. */
export async function askOverview(endpoint: string, send: typeof fetch): Promise<OverviewState> {
  const dataClient = createDataClient({ endpoint, application: "Test", fetch: send }, hurried());
  const queryClient = new QueryClient();
  const asked: OverviewState = {};
  const ask = async (query: AggregateQuery) => {
    const { outcome, result } = await settle(() => load(dataClient, queryClient, query));
    asked[nameOf(query)] = outcome;
    return result;
  };
  const dataset = await ask(DATASET_SUMMARY_QUERY);
  await Promise.all([
    askStages(ask, stagesQuery(IN_PERIOD, ["customerMarket"])),
    ask(trendQuery(IN_PERIOD, [], "createdDate", "month")),
    ask(trendQuery(IN_PERIOD, ["partnerMarket"], "createdDate", "quarter")),
  ]);
  if (dataset && isWhole(dataset)) await askStages(ask, supersetQuery(dataset.cube, PERIOD));
  await ask(trendQuery(IN_PERIOD, [], "createdDate", "year"));
  queryClient.clear();
  return asked;
}

type Settled = { outcome: Outcome; result: CubeResult | null };
type Ask = (query: AggregateQuery) => Promise<CubeResult | null>;

/** From an answer at hand where one holds it, as the page does, else over the wire. */
export async function load(
  dataClient: DataClient,
  queryClient: QueryClient,
  query: AggregateQuery,
): Promise<CubeResult> {
  const cached = findCoveringResult(query, cachedResults(queryClient, ""));
  const source = cached ?? (await queryClient.fetchQuery(groupedOptions(dataClient, query)));
  const result = deriveResult(source, query);
  if (result === null) throw new Error("An answer does not hold its own query.");
  return result;
}

/** @throws what is no failure in the terms of the contract. */
async function settle(ask: () => Promise<CubeResult>): Promise<Settled> {
  try {
    const result = await ask();
    const outcome = { rows: canonicalRows(result.cube), completeness: result.completeness.kind };
    return { outcome, result };
  } catch (error) {
    if (!(error instanceof AnalyticsError)) throw error;
    return { outcome: { failure: error.kind }, result: null };
  }
}

async function askStages(ask: Ask, query: AggregateQuery): Promise<void> {
  const stages = await ask(query);
  const closing = stages && closingQueryFor(stages.cube);
  if (closing) await ask(closing);
}
