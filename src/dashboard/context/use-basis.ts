import { useMemo } from "react";
import { dayOfInstant } from "#lib/calendar.ts";
import { type Asked, mapAsked } from "#queries/asked.ts";
import type { DataClient } from "#queries/data-client.ts";
import { type Extent, extentOf } from "#queries/extent.ts";
import { EXTENT_QUESTION } from "#queries/questions.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import type { Selection } from "#selection/selection.ts";
import { type Scope, scopeOf } from "./scope.ts";

/** What every view waits for: what the data holds, and with it the selection without gaps. Times in ms since 1970 UTC. */
export type Basis = { extent: Extent; scope: Scope; dataTime: number };

/** The same objects as long as neither the selection nor the data changes. */
export function useBasis(dataClient: DataClient, selection: Selection): Asked<Basis> {
  const asked = useGrouped(dataClient, EXTENT_QUESTION);
  const answer = asked.kind === "here" ? asked.value : null;
  const extent = useMemo(() => answer && extentOf(answer.cube), [answer]);
  const basis = useMemo(() => {
    if (answer === null || extent === null) return null;
    const scope = scopeOf(selection, extent.months?.last ?? null, dayOfInstant(answer.time));
    return { extent, scope, dataTime: answer.time };
  }, [answer, extent, selection]);
  if (asked.kind !== "here" || basis === null) return asked.kind === "failed" ? asked : { kind: "waiting" };
  return mapAsked(asked, () => basis);
}
