import { QueryClient } from "@tanstack/react-query";
import { expect } from "vitest";
import type { AggregateQuery } from "#cube/cube.ts";
import type { DataClient } from "#queries/data-client.ts";
import { closingQueryFor, type StagesResult } from "#queries/stages.ts";
import {
  deriveOutcomeCounts,
  type OutcomeCountsQuery,
  outcomeCountsQuery,
} from "#queries/use-outcome-counts.ts";
import { load } from "./overview.ts";

export type Page = ReturnType<typeof openPage>;

/** What stands between a source and the views, with an empty memory. */
export function openPage(dataClient: DataClient) {
  const queryClient = new QueryClient();
  const ask = (query: AggregateQuery) => load(dataClient, queryClient, query);
  const stages = async (query: AggregateQuery): Promise<StagesResult> => {
    const result = await ask(query);
    const closing = closingQueryFor(result.cube);
    return { stages: result, closing: closing && (await ask(closing)) };
  };
  const outcomeCounts = async (options: OutcomeCountsQuery) => {
    const { rows, completeness } = deriveOutcomeCounts(await stages(outcomeCountsQuery(options)), options);
    expect(completeness.every(({ kind }) => kind === "complete")).toBe(true);
    return rows;
  };
  return { dataClient, queryClient, ask, stages, outcomeCounts };
}
