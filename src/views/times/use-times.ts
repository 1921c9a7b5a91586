import { useMemo } from "react";
import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { statusFilter } from "#dashboard/data/status-filter.ts";
import {
  MAX_UNCONFIRMED,
  type SelectedRecords,
  type SelectedRecordsState,
  useSelectedRecords,
} from "#dashboard/data/use-selected-records.ts";
import { allOf } from "#partner-center/filter-build.ts";
import type { QuerySource } from "#queries/query-source.ts";
import { combineStates, currentData, mapData, type QueryState } from "#queries/query-state.ts";
import { useDayTimes } from "#queries/use-day-times.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { useRecords } from "#queries/use-records.ts";
import type { Answered } from "#records/answered.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { type OverdueLimits, WAITING_OUTCOMES } from "#referrals/open-age.ts";
import type { TimesKeys } from "#selection/keys/times.ts";
import { type Overdue, overdueOf } from "./overdue.ts";
import {
  answeredOf,
  type Distribution,
  distributionOf,
  type KeyTime,
  keyTimesOf,
  limitsOf,
  type SegmentTimes,
  segmentTimes,
  type TrendPoint,
  timesTrend,
} from "./times-view-model.ts";

/** Downloading a period up to this size is about as fast as its grouped query. */
const SMALL_PERIOD = 20_000;

export type TimesResult = {
  limits: OverdueLimits;
  records: SelectedRecordsState;
  /** To the minute from records, until then to the day. */
  key: QueryState<KeyTime[]>;
  keySource: QuerySource | null;
  /** Null where even the unanswered referrals are too many to download without consent. */
  overdue: QueryState<Overdue> | null;
  answered: QueryState<Answered[]>;
  spread: QueryState<Distribution>;
  trend: QueryState<TrendPoint[]>;
  bySegment: QueryState<SegmentTimes>;
};

/** Downloads the records of the selection and derives the panels' figures. */
export function useTimes({ time, hours, days }: TimesKeys): TimesResult {
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
  const { date, grain, period, population, filters } = resolved;
  const records = useSelectedRecords();
  const { state, count, source } = records;
  const limits = limitsOf({ hours, days });
  const needsGroups = state.kind === "pending" && (count ?? 0) > SMALL_PERIOD;
  const grouped = useDayTimes(needsGroups ? population : null, filters);
  // Depends on the records rather than on the state around them, so that it is computed once.
  const value = state.kind === "success" ? state.value : null;
  const key = value && keyTimesOf(value);
  const answered = value && answeredOf(value, limits);
  const spread = value && distributionOf(value, time, limits);
  const trend = value && timesTrend(value, { time, date, grain, period, dataTime });
  const bySegment = value && segmentTimes(value, selection.by, time, limits.answerMs);
  const isRead = state.kind !== "pending";
  return {
    limits,
    records,
    key: isRead ? here(state, key) : mapData(grouped, ({ times }) => times),
    keySource: isRead ? source : grouped.kind === "success" ? grouped.value : null,
    overdue: useOverdue(records, limits),
    answered: here(state, answered),
    spread: here(state, spread),
    trend: here(state, trend),
    bySegment: here(state, bySegment),
  };
}

function here<T>(state: QueryState<unknown>, value: T | null): QueryState<T> {
  if (state.kind !== "success") return state;
  return value === null ? { kind: "pending" } : { ...state, value };
}

/**
 * Unanswered referrals: from the records of the selection, or, if those are too many, downloaded separately. Null where
 * even these are too many.
 */
function useOverdue(
  { state, count }: SelectedRecordsState,
  limits: OverdueLimits,
): QueryState<Overdue> | null {
  const needsFew = state.kind === "pending" && (count ?? 0) > MAX_UNCONFIRMED;
  const few = useWaitingRecords(needsFew);
  const source = needsFew ? few : state;
  const records = source?.kind === "success" ? source.value : null;
  const overdue = records && overdueOf(records, limits);
  return source && here(source, overdue);
}

/**
 * Referrals of the selection that may be unanswered, by status: few, even where the whole period is too large. Null
 * where even these are too many.
 */
function useWaitingRecords(isWanted: boolean): QueryState<SelectedRecords> | null {
  const { viewData } = useView();
  const { resolved, dataTime } = viewData;
  const { population, filters } = resolved;
  const quality = useQualityContext();
  const query = isWanted ? ({ filter: population, groupBy: ["status"], level: "month" } as const) : null;
  const grouped = useGrouped(query);
  const cube = currentData(grouped)?.cube ?? null;
  const waiting = useMemo(() => cube && statusFilter(cube, WAITING_OUTCOMES), [cube]);
  const isFew = waiting !== null && waiting.count <= MAX_UNCONFIRMED;
  const { state } = useRecords(isFew ? allOf([population, waiting.filter]) : undefined);
  const table = currentData(state)?.table ?? null;
  const selected = useMemo(() => {
    if (table === null) return null;
    const context = { now: dataTime, ...quality };
    return { table, rows: rowsMatching(table, filters, context), now: dataTime };
  }, [table, filters, dataTime, quality]);
  if (waiting !== null && !isFew) return null;
  return combineStates(isWanted ? selected : null, null, [grouped, state]);
}
