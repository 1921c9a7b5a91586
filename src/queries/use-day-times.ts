import { useMemo } from "react";
import type { AggregateQuery } from "#cube/cube.ts";
import { countDaysBetween } from "#cube/days-between.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { Filters } from "#referrals/filters.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { summariseDays, type TimesSummary } from "#referrals/times-summary.ts";
import { type CubeResult, wireText } from "./cube-result.ts";
import { filteredCube } from "./outcome-counts.ts";
import { fieldsOfFilters } from "./query-builders.ts";
import { joinSources, type QuerySource } from "./query-source.ts";
import { combineStates, currentData, type QueryState } from "./query-state.ts";
import { useGrouped } from "./use-grouped.ts";

/** The three response times in whole days, from groups by the days of two dates. */
export type DayTimesResult = QuerySource & {
  times: { time: Time; summary: TimesSummary }[];
};

/**
 * Fetches the three response times in whole days. Grouped results have no outcomes here: null, and filters by outcome,
 * fetch nothing.
 */
export function useDayTimes(population: Filter | null, filters: Filters): QueryState<DayTimesResult> {
  const wanted = filters.outcomes.length > 0 ? null : population;
  const acknowledged = useDayTime("created-acknowledged", wanted, filters);
  const accepted = useDayTime("created-accepted", wanted, filters);
  const won = useDayTime("accepted-won", wanted, filters);
  const parts = [acknowledged, accepted, won];
  const results = parts.map(currentData).filter((one) => one !== null);
  const all = results.length === parts.length ? joined(results) : null;
  return combineStates(all, null, parts);
}

function joined(results: readonly DayTimesResult[]): DayTimesResult {
  return { times: results.flatMap(({ times }) => times), ...joinSources(results) };
}

/** A single response time. */
export function useDayTime(
  time: Time,
  population: Filter | null,
  filters: Filters,
): QueryState<DayTimesResult> {
  const query = useMemo(
    () => population && dayTimesQuery(time, population, filters),
    [time, population, filters],
  );
  const state = useGrouped(query);
  const result = currentData(state);
  const times = useMemo(() => result && dayTimes(result, time, filters), [result, time, filters]);
  return combineStates(times, null, [state]);
}

function dayTimesQuery(time: Time, population: Filter, filters: Filters): AggregateQuery {
  const { from, to } = TIMES[time];
  return { filter: population, groupBy: [from, to, ...fieldsOfFilters(filters)], level: "day" };
}

function dayTimes({ cube, completeness }: CubeResult, time: Time, filters: Filters): DayTimesResult {
  const { from, to } = TIMES[time];
  const table = rollUp(filteredCube(cube, filters), [{ field: from }, { field: to }]);
  const summary = summariseDays(countDaysBetween(table));
  return { times: [{ time, summary }], completeness: [completeness], queries: [wireText(cube.query)] };
}
