import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { AggregateQuery } from "#cube/cube.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import { type CompletionOptions, fetchComplete } from "./completion/fetch-complete.ts";
import { totalFromCache } from "./covering-result.ts";
import { wireQuery, wireText } from "./cube-result.ts";
import type { DataClient } from "./data-client.ts";
import { cachedResults, fetchOnce, GROUPED } from "./query-cache.ts";
import { FRESH_FOR_MS, SHARED_OPTIONS } from "./shared-options.ts";

/** Queries to spend on a truncated result that the user waits for. */
const MAX_FILL_QUERIES = 400;

/** Options of a grouped query over the network, completed where possible. */
export function groupedOptions(dataClient: DataClient, query: AggregateQuery, fillBudget = MAX_FILL_QUERIES) {
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: [GROUPED, dataClient.extraFilter, wireText(query)] as const,
    queryFn: async ({ client: queryClient, signal }) => {
      // Queries start together: each yields first, so that none of the cache look-ups blocks the others.
      await yieldToEventLoop();
      const total: CompletionOptions["total"] = (filter, since, signal) =>
        totalOf(dataClient, queryClient, { filter, since, signal });
      return fetchComplete({ ...dataClient, total, signal, fillBudget }, wireQuery(query));
    },
  });
}

/** How many referrals pass a filter: one ungrouped query, shared by all grouped ones of the filter. */
export function totalOptions({ client, extraFilter }: DataClient, filter: Filter | null) {
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: ["total", extraFilter, filter ? printFilter(filter) : ""] as const,
    queryFn: async ({ signal }) => (await client.total(filter, { signal })).totalCount,
  });
}

type Wanted = { filter: Filter | null; since: number | null; signal: AbortSignal };

async function totalOf(
  dataClient: DataClient,
  queryClient: QueryClient,
  wanted: Wanted,
): Promise<number | null> {
  const { filter, since, signal } = wanted;
  await yieldToEventLoop();
  const cachedTotal =
    since === null && !dataClient.isNear
      ? totalFromCache(filter, cachedResults(queryClient, dataClient.extraFilter))
      : null;
  if (cachedTotal !== null) return cachedTotal;
  const options = totalOptions(dataClient, filter);
  const staleTime = since === null ? FRESH_FOR_MS : dataClient.now() - since;
  return fetchOnce(queryClient, { ...options, staleTime }, signal);
}

/** Yields to the event loop, so that input is handled between queries. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
