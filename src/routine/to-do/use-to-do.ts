import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { statusFilter } from "#dashboard/data/status-filter.ts";
import { type SelectedRecordsState, useRecordsOf } from "#dashboard/data/use-selected-records.ts";
import { addDays, dayOfInstant } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { joinSources, type QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { useDayTime } from "#queries/use-day-times.ts";
import { useGrouped, useLast } from "#queries/use-grouped.ts";
import { type ToDo, type ToDoFilter, type ToDoKind, toDoFilters, toDoOf } from "#records/to-do.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";

/** Tasks at the time of the data, and the filter of each kind. */
export type ToDoList = ToDo & {
  table: RecordTable;
  now: number;
  /** The 75th percentile (ms) of the time to win over the last 24 months; null without wins. */
  usualMs: number | null;
  filters: Partial<Record<ToDoKind, ToDoFilter>>;
};

export type ToDoState = {
  state: QueryState<ToDoList>;
  records: SelectedRecordsState;
  source: QuerySource | null;
};

const BY_STATUS = { filter: null, groupBy: ["status"], level: "month" } as const;
const USUAL_DAYS = 730;
const OPEN = [...WAITING_OUTCOMES, "open-accepted"] as const;

/** Tasks for the open, filtered referrals of all periods; fetched once wanted. */
export function useToDo(isWanted: boolean): ToDoState {
  const { resolved, dataTime } = useView().viewData;
  const statuses = useGrouped(isWanted ? BY_STATUS : null);
  const cube = currentData(statuses)?.cube ?? null;
  const open = useMemo(() => cube && statusFilter(cube, null, OPEN), [cube]);
  const usual = useUsual(isWanted);
  const records = useRecordsOf(open ?? NOTHING, resolved.filters, open !== null);
  const selected = currentData(records.state);
  const known = currentData(usual);
  const list = useMemo((): ToDoList | null => {
    if (selected === null || known === null) return null;
    const { table, rows } = selected;
    const { usualMs } = known;
    const filters = toDoFilters(dataTime, usualMs);
    return { ...toDoOf(table, rows, dataTime, usualMs), table, now: dataTime, usualMs, filters };
  }, [selected, known, dataTime]);
  return {
    state: combineStates(list, useLast(list), [statuses, usual, records.state]),
    records,
    source: records.source && known && joinSources([records.source, known]),
  };
}

/** A filter that matches nothing, while disabled. */
const NOTHING = { kind: "term", field: "id", operator: "eq", value: "" } as const;

/** The 75th percentile of the days from accepted to won over the last 24 months, regardless of filters. */
function useUsual(isWanted: boolean): QueryState<QuerySource & { usualMs: number | null }> {
  const { dataTime } = useView().viewData;
  const today = dayOfInstant(dataTime);
  const won = useMemo(
    () => periodFilter("wonDate", { from: addDays(today, -USUAL_DAYS), to: today }),
    [today],
  );
  const state = useDayTime("accepted-won", isWanted ? won : null, NO_FILTERS);
  const result = currentData(state);
  const usual = useMemo(() => {
    const summary = result?.times[0]?.summary;
    if (!result || !summary) return null;
    return { ...result, usualMs: summary.kind === "times" ? Math.round(summary.p75) : null };
  }, [result]);
  return combineStates(usual, null, [state]);
}
