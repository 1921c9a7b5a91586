import { useMemo } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import type { CubeResult } from "#queries/cube-result.ts";
import { type DatasetSummary, summariseDataset } from "#queries/dataset-summary.ts";
import { DATASET_SUMMARY_QUERY } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import type { Selection } from "#selection/selection.ts";
import { type ResolvedSelection, resolveSelection } from "./resolved-selection.ts";
import { dataTimeOf, firstPlausible } from "./source-limits.ts";
import type { ViewData } from "./view-context.tsx";

/** The view data of a selection, from the result of `DATASET_SUMMARY_QUERY`. */
export function viewDataFrom(result: CubeResult, selection: Selection, data: AppConfig["data"]): ViewData {
  const dataTime = dataTimeOf(data, result.time);
  const dataset = summariseDataset(result.cube, dataTime, firstPlausible(data));
  return { dataset, dataTime, resolved: resolvedOf(selection, dataset, dataTime) };
}

/** The selection in full, by the months of the data. */
export function resolvedOf(
  selection: Selection,
  { months }: Pick<DatasetSummary, "months">,
  dataTime: number,
): ResolvedSelection {
  return resolveSelection(selection, months?.last ?? null, dayOfInstant(dataTime));
}

/** Memoised: stable while selection and data stay the same. */
export function useViewData(selection: Selection, data: AppConfig["data"]): QueryState<ViewData> {
  const state = useGrouped(DATASET_SUMMARY_QUERY);
  const result = state.kind === "success" ? state.value : null;
  const dataTime = result && dataTimeOf(data, result.time);
  const first = firstPlausible(data);
  const dataset = useMemo(
    () => (result && dataTime !== null ? summariseDataset(result.cube, dataTime, first) : null),
    [result, dataTime, first],
  );
  const viewData = useMemo(() => {
    if (dataset === null || dataTime === null) return null;
    return { dataset, resolved: resolvedOf(selection, dataset, dataTime), dataTime };
  }, [dataset, dataTime, selection]);
  if (state.kind !== "success" || viewData === null)
    return state.kind === "error" ? state : { kind: "pending" };
  return mapData(state, () => viewData);
}
