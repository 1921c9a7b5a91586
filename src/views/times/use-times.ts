import { useView } from "#dashboard/context/view-context.tsx";
import { type SelectedReading, useSelectedRecords } from "#dashboard/data/use-selected-records.ts";
import type { QuerySource } from "#dashboard/panel/query-panel.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useDayTimes } from "#queries/use-day-times.ts";
import type { Answered } from "#records/answered.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { TimesKeys } from "#selection/keys/times.ts";
import { here } from "./here.ts";
import type { Overdue } from "./overdue.ts";
import {
  answeredOf,
  type Distribution,
  distributionOf,
  type KeyTime,
  keyTimesOf,
  limitsOf,
  type PartedTimes,
  partedTimes,
  type TrendPoint,
  timesTrend,
} from "./times-view-model.ts";
import { useOverdue } from "./use-overdue.ts";

/** Periods up to here are read about as fast as their groups. */
const FEW_PAGES = 20_000;

export type TimesResult = {
  limits: OverdueLimits;
  records: SelectedReading;
  /** To the minute, or to the day while the records are not here. */
  key: QueryState<KeyTime[]>;
  keySource: QuerySource | null;
  /** Null where even what waits is too much to be read unasked. */
  overdue: QueryState<Overdue> | null;
  answered: QueryState<Answered[]>;
  spread: QueryState<Distribution>;
  trend: QueryState<TrendPoint[]>;
  parted: QueryState<PartedTimes>;
};

/** Reads the records of the selection and makes of them what the panels show. */
export function useTimes({ time, hours, days }: TimesKeys): TimesResult {
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
  const { date, grain, period, population, filters } = resolved;
  const records = useSelectedRecords();
  const { state, count, source } = records;
  const limits = limitsOf({ hours, days });
  const needsGroups = state.kind === "pending" && (count ?? 0) > FEW_PAGES;
  const grouped = useDayTimes(needsGroups ? population : null, filters);
  // Each from the very records, not from what is said about them, so that it is worked out once.
  const value = state.kind === "success" ? state.value : null;
  const key = value && keyTimesOf(value);
  const answered = value && answeredOf(value, limits);
  const spread = value && distributionOf(value, time, limits);
  const trend = value && timesTrend(value, { time, date, grain, period, dataTime });
  const parted = value && partedTimes(value, selection.by, time, limits.answerMs);
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
    parted: here(state, parted),
  };
}
