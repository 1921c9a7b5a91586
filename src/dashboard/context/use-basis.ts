import { useMemo } from "react";
import { dayOfInstant } from "#lib/calendar.ts";
import type { DataClient } from "#queries/data-client.ts";
import { type DatasetSummary, summariseDataset } from "#queries/dataset-summary.ts";
import { DATASET_SUMMARY_QUERY } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import type { Selection } from "#selection/selection.ts";
import { type Scope, scopeOf } from "./scope.ts";

/** What every view waits for: what the data holds, and with it the selection without gaps. Times in ms since 1970 UTC. */
export type Basis = { dataset: DatasetSummary; scope: Scope; dataTime: number };

/** The same objects as long as neither the selection nor the data changes. */
export function useBasis(dataClient: DataClient, selection: Selection): QueryState<Basis> {
  const state = useGrouped(dataClient, DATASET_SUMMARY_QUERY);
  const answer = state.kind === "success" ? state.value : null;
  const dataset = useMemo(() => answer && summariseDataset(answer.cube), [answer]);
  const basis = useMemo(() => {
    if (answer === null || dataset === null) return null;
    const scope = scopeOf(selection, dataset.months?.last ?? null, dayOfInstant(answer.time));
    return { dataset, scope, dataTime: answer.time };
  }, [answer, dataset, selection]);
  if (state.kind !== "success" || basis === null) return state.kind === "error" ? state : { kind: "pending" };
  return mapData(state, () => basis);
}
