import { useMemo } from "react";
import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { MAX_UNASKED, type SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, termIs } from "#partner-center/filter-build.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { useRecords } from "#queries/use-records.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import { type Outcome, outcomeOf } from "#referrals/outcome.ts";

/**
 * The referrals of the selection that may wait for an answer, by their statuses: few, where the period as a whole is
 * too much to read. Null where even those are too many.
 */
export function useWaitingRecords(isWanted: boolean): QueryState<SelectedRecords> | null {
  const { viewData } = useView();
  const { resolved, dataTime } = viewData;
  const { population, filters } = resolved;
  const quality = useQualityContext();
  const query = isWanted ? ({ filter: population, groupBy: ["status"], level: "month" } as const) : null;
  const grouped = useGrouped(query);
  const cube = currentData(grouped)?.cube ?? null;
  const waiting = useMemo(() => cube && waitingFilter(cube, population), [cube, population]);
  const { state } = useRecords(waiting ?? undefined);
  const table = currentData(state)?.table ?? null;
  const selected = useMemo(() => {
    if (table === null) return null;
    const context = { now: dataTime, ...quality };
    return { table, rows: rowsMatching(table, filters, context), now: dataTime };
  }, [table, filters, dataTime, quality]);
  if (cube !== null && waiting === null) return null;
  return combineStates(isWanted ? selected : null, null, [grouped, state]);
}

/** The referrals with a status that may leave them waiting; null where even those are too many. */
export function waitingFilter(cube: Cube, filter: Filter): Filter | null {
  const waits = rowsOf(rollUp(cube, [{ field: "status" }])).filter(({ keys: [status = null] }) =>
    mayWait(status),
  );
  if (waits.reduce((sum, { count }) => sum + count, 0) > MAX_UNASKED) return null;
  // An empty status is grouped as none: both are meant. Without any status at all nothing has to be found.
  const spellings = waits.flatMap(({ keys: [status = null] }) => (status === null ? [null, ""] : [status]));
  return allOf([filter, termIs("status", spellings.length === 0 ? ["New"] : spellings)]);
}

function mayWait(status: string | null): boolean {
  const waiting: readonly Outcome[] = WAITING_OUTCOMES;
  return waiting.includes(outcomeOf(status, () => false));
}
