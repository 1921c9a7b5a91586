import { useView } from "#dashboard/context/view-context.tsx";
import { periodFilter } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type Cohorts, cohortsOf } from "#referrals/cohorts.ts";
import { sourceOf } from "./use-flow.ts";

const CREATED = ["createdDate"] as const;

/** The cohorts of the page's days, by created date whatever the page's basis is. */
export function useCohorts(): { state: QueryState<Cohorts>; source: OutcomeCountsResult | null } {
  const { viewData } = useView();
  const { dataTime, resolved } = viewData;
  const { period, filters, grain } = resolved;
  const query = { population: periodFilter("createdDate", period), filters, fields: CREATED, level: grain };
  const outcomeCounts = useOutcomeCounts(query);
  const state = mapData(outcomeCounts, ({ rows }) => {
    const dated = rows.map(({ keys, ...outcomeCount }) => ({ ...outcomeCount, day: keys[0] ?? null }));
    return cohortsOf({ outcomeCounts: dated, period, grain, dataTime });
  });
  return { state, source: sourceOf(outcomeCounts) };
}
