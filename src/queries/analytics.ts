import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type Cube, cubeOf } from "#aggregates/cube.ts";
import { rollUp } from "#aggregates/roll-up.ts";
import type { AnalyticsClient } from "#partner-center/client.ts";
import type { Filter } from "#partner-center/filter.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { needsClosingDates } from "#referrals/outcome.ts";
import { closingQuestion, stagesQuestion } from "./questions.ts";
import { retryAfterFailure, waitBeforeRetry } from "./retrying.ts";

/** A grouped answer in columns, and the time of the service when it gave it (ms, UTC), where it told. */
export type GroupedResult = { cube: Cube; serverTime: number | null };

/** What decides outcome and stages: by status, and by closing dates where the status does not tell. */
export type StagesResult = { stages: GroupedResult; closing: GroupedResult | null };

const FRESH_FOR_MS = 5 * 60_000;
const WHOLE = { top: 9999, skip: 0 } as const;

const SHARED = { staleTime: FRESH_FOR_MS, retry: retryAfterFailure, retryDelay: waitBeforeRetry } as const;

/** A grouped question over the wire; the same question is in flight once. */
export function groupedOptions(client: AnalyticsClient, query: GroupedQuery) {
  return queryOptions({
    ...SHARED,
    queryKey: ["grouped", printQuery({ kind: "grouped", query, page: WHOLE })],
    queryFn: async ({ signal }): Promise<GroupedResult> => {
      const { buckets, serverTime } = await client.grouped(query, { signal });
      return { cube: cubeOf(query, buckets), serverTime };
    },
  });
}

/** How many referrals pass a filter: one ungrouped question, against which grouped answers are reconciled. */
export function totalOptions(client: AnalyticsClient, filter: Filter | null) {
  return queryOptions({
    ...SHARED,
    queryKey: ["total", filter ? printFilter(filter) : ""],
    queryFn: ({ signal }) => client.total(filter, { signal }),
  });
}

/** Outcome and stages of the referrals that pass a filter: a second question only where statuses call for it. */
export function stagesOptions(client: AnalyticsClient, queries: QueryClient, filter: Filter) {
  const question = stagesQuestion(filter);
  return queryOptions({
    ...SHARED,
    queryKey: ["stages", printFilter(filter)],
    queryFn: async ({ signal }): Promise<StagesResult> => {
      const { buckets, serverTime } = await client.grouped(question, { signal });
      const stages = { cube: cubeOf(question, buckets), serverTime };
      const unclear = statusesOf(stages.cube).filter(needsClosingDates);
      if (unclear.length === 0) return { stages, closing: null };
      const closing = await queries.fetchQuery(groupedOptions(client, closingQuestion(filter, unclear)));
      return { stages, closing };
    },
  });
}

function statusesOf(cube: Cube): readonly (string | null)[] {
  return rollUp(cube, [{ field: "status" }]).columns[0]?.values ?? [];
}
