import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { periodFilter } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type Cohorts, cohortsOf } from "#referrals/cohorts.ts";
import { sourceOf } from "./use-flow.ts";

const CREATED = ["createdDate"] as const;

/** The cohorts of the page's days, by created date whatever the page's basis is. */
export function useCohorts(): { state: QueryState<Cohorts>; source: OutcomeCountsResult | null } {
  const { dataClient, viewData } = useView();
  const { dataTime, scope } = viewData;
  const { period, filters, grain } = scope;
  const query = useMemo(
    () => ({ filter: periodFilter("createdDate", period), filters, fields: CREATED, level: grain }),
    [period, filters, grain],
  );
  const outcomeCounts = useOutcomeCounts(dataClient, query);
  const state = mapData(outcomeCounts, ({ rows }) => {
    const dated = rows.map(({ keys, ...outcomeCount }) => ({ ...outcomeCount, day: keys[0] ?? null }));
    return cohortsOf({ outcomeCounts: dated, period, grain, dataTime });
  });
  return { state, source: sourceOf(outcomeCounts) };
}
