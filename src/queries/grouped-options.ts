import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { AggregateQuery } from "#cube/cube.ts";
import { nextTask } from "#lib/next-task.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import { wireQuery, wireText } from "./answer.ts";
import { type AskTools, askComplete } from "./ask.ts";
import { fetchOnce, GROUPED, heldAnswers } from "./cached.ts";
import type { DataClient } from "./data-client.ts";
import { totalFrom } from "./plan.ts";
import { FRESH_FOR_MS, SHARED_OPTIONS } from "./shared-options.ts";

/** Questions that a cut answer is worth, when the reader waits for it. */
const MOST_REPAIRS = 400;

/** A grouped question over the wire, its answer complete as far as that can be had. */
export function groupedOptions(dataClient: DataClient, query: AggregateQuery, repairs = MOST_REPAIRS) {
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: [GROUPED, wireText(query)] as const,
    queryFn: async ({ client: queryClient, signal }) => {
      // Several questions begin together: each in a task of its own, and what it looks through at hand in another.
      await nextTask();
      const total: AskTools["total"] = (filter, since, signal) =>
        totalOf(dataClient, queryClient, { filter, since, signal });
      return askComplete({ ...dataClient, total, signal, repairs }, wireQuery(query));
    },
  });
}

/** How many referrals pass a filter: one ungrouped question, shared by all grouped ones of the filter. */
export function totalOptions({ client }: DataClient, filter: Filter | null) {
  return queryOptions({
    ...SHARED_OPTIONS,
    queryKey: ["total", filter ? printFilter(filter) : ""] as const,
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
  await nextTask();
  const atHand = since === null ? totalFrom(filter, heldAnswers(queryClient)) : null;
  if (atHand !== null) return atHand;
  const options = totalOptions(dataClient, filter);
  const staleTime = since === null ? FRESH_FOR_MS : dataClient.now() - since;
  return fetchOnce(queryClient, { ...options, staleTime }, signal);
}
