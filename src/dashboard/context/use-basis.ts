import { useMemo } from "react";
import { dayOfInstant } from "#lib/calendar.ts";
import type { DataClient } from "#queries/data-client.ts";
import { type Extent, extentOf } from "#queries/extent.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { EXTENT_QUERY } from "#queries/query-builders.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import type { Selection } from "#selection/selection.ts";
import { type Scope, scopeOf } from "./scope.ts";

/** What every view waits for: what the data holds, and with it the selection without gaps. Times in ms since 1970 UTC. */
export type Basis = { extent: Extent; scope: Scope; dataTime: number };

/** The same objects as long as neither the selection nor the data changes. */
export function useBasis(dataClient: DataClient, selection: Selection): QueryState<Basis> {
  const state = useGrouped(dataClient, EXTENT_QUERY);
  const answer = state.kind === "success" ? state.value : null;
  const extent = useMemo(() => answer && extentOf(answer.cube), [answer]);
  const basis = useMemo(() => {
    if (answer === null || extent === null) return null;
    const scope = scopeOf(selection, extent.months?.last ?? null, dayOfInstant(answer.time));
    return { extent, scope, dataTime: answer.time };
  }, [answer, extent, selection]);
  if (state.kind !== "success" || basis === null) return state.kind === "error" ? state : { kind: "pending" };
  return mapData(state, () => basis);
}
