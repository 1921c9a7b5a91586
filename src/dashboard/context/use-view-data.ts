import { useMemo } from "react";
import { dayOfInstant } from "#lib/calendar.ts";
import type { DataClient } from "#queries/data-client.ts";
import { type DatasetSummary, summariseDataset } from "#queries/dataset-summary.ts";
import { DATASET_SUMMARY_QUERY } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import type { Selection } from "#selection/selection.ts";
import { type ResolvedSelection, resolveSelection } from "./resolved-selection.ts";

/** What every view waits for: what the data holds, and with it the selection without gaps. Times in ms since 1970 UTC. */
export type ViewData = { dataset: DatasetSummary; scope: ResolvedSelection; dataTime: number };

/** The same objects as long as neither the selection nor the data changes. */
export function useViewData(dataClient: DataClient, selection: Selection): QueryState<ViewData> {
  const state = useGrouped(dataClient, DATASET_SUMMARY_QUERY);
  const result = state.kind === "success" ? state.value : null;
  const dataset = useMemo(() => result && summariseDataset(result.cube), [result]);
  const viewData = useMemo(() => {
    if (result === null || dataset === null) return null;
    const scope = resolveSelection(selection, dataset.months?.last ?? null, dayOfInstant(result.time));
    return { dataset, scope, dataTime: result.time };
  }, [result, dataset, selection]);
  if (state.kind !== "success" || viewData === null)
    return state.kind === "error" ? state : { kind: "pending" };
  return mapData(state, () => viewData);
}
