import { useMemo } from "react";
import { rowsOf, totalOf } from "#cube/cube.ts";
import { datedFilter } from "./dated-filter.ts";
import { type OutcomeCountRow, outcomeCountRows } from "./outcome-counts.ts";
import { stagesQuery } from "./query-builders.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { TERM_DIMENSIONS, undatedRows } from "./standing-counts.ts";
import { useGrouped } from "./use-grouped.ts";
import type { OutcomeCountsQuery } from "./use-outcome-counts.ts";
import { useStages } from "./use-stages.ts";

const STATUS = ["status"] as const;
const NONE: readonly OutcomeCountRow[] = [];

/**
 * The part of outcome counts (`all`, the result of a query) that has no date to prove it, only a status. A small query
 * shows whether there are any; if so, a second one gets them, whatever the filters. Null fetches nothing.
 */
export function useUndatedCounts(
  query: OutcomeCountsQuery | null,
  all: readonly OutcomeCountRow[] | null,
): QueryState<readonly OutcomeCountRow[]> {
  const isEnabled = query !== null && all !== null;
  const { population = null, fields = [], level = "month" } = query ?? {};
  const byStatus = useMemo(
    () => (isEnabled ? ({ filter: population, groupBy: STATUS, level: "month" } as const) : null),
    [isEnabled, population],
  );
  const counted = useGrouped(byStatus);
  const statuses = currentData(counted)?.cube ?? null;
  const dated = useMemo(
    () =>
      statuses &&
      datedFilter(
        population,
        rowsOf(statuses).map(({ keys: [status = null] }) => status),
      ),
    [population, statuses],
  );
  const proved = useGrouped(
    useMemo(() => dated && { filter: dated, groupBy: STATUS, level: "month" as const }, [dated]),
  );
  const provedCube = currentData(proved)?.cube ?? null;
  const isAllProved =
    statuses !== null &&
    (dated === null || (provedCube !== null && totalOf(provedCube) >= totalOf(statuses)));
  const needsMore = provedCube !== null && !isAllProved;
  const state = useStages(
    useMemo(
      () => (needsMore ? stagesQuery(dated, [...TERM_DIMENSIONS, ...fields], level) : null),
      [needsMore, dated, fields, level],
    ),
  );
  const stages = needsMore ? currentData(state) : null;
  const rows = useMemo(() => {
    if (isAllProved) return NONE;
    if (stages === null || query === null || all === null) return null;
    const filters = { ...query.filters, outcomes: [] };
    return undatedRows(all, outcomeCountRows(stages, query.fields, filters), query.fields);
  }, [isAllProved, stages, query, all]);
  return combineStates(rows, null, [counted, proved, ...(needsMore ? [state] : [])]);
}
