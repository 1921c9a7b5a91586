import { useMemo } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import { summariseDataset } from "#queries/dataset-summary.ts";
import { DATASET_SUMMARY_QUERY } from "#queries/query-builders.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import type { Selection } from "#selection/selection.ts";
import { resolveSelection } from "./resolved-selection.ts";
import { dataTimeOf, firstPlausible } from "./source-limits.ts";
import type { ViewData } from "./view-context.tsx";

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
    const resolved = resolveSelection(selection, dataset.months?.last ?? null, dayOfInstant(dataTime));
    return { dataset, resolved, dataTime };
  }, [dataset, dataTime, selection]);
  if (state.kind !== "success" || viewData === null)
    return state.kind === "error" ? state : { kind: "pending" };
  return mapData(state, () => viewData);
}
