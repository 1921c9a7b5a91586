import { useMemo } from "react";
import { dayOfInstant, instantOfDay } from "#lib/calendar.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { allOf } from "#partner-center/filter-build.ts";
import { joinSources } from "#queries/query-source.ts";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import {
  type OutcomeCountsQuery,
  type OutcomeCountsResult,
  useOutcomeCounts,
} from "#queries/use-outcome-counts.ts";
import { OVERDUE_LIMITS, overdueBefore } from "#referrals/open-age.ts";
import type { ResolvedSelection } from "../context/resolved-selection.ts";
import { useView, type ViewData } from "../context/view-context.tsx";

/**
 * Outcomes of the selection's referrals past the answer time at the time of the data, exact to the instant, by customer
 * market. Days before the limit come from the cached daily result, the day of the limit is fetched.
 */
export function useOverdueOutcomes(): QueryState<OutcomeCountsResult> {
  const { before, onDay } = overdueQueriesOf(useView().viewData);
  const [older, newer] = [useOutcomeCounts(before), useOutcomeCounts(onDay)];
  const [ofDaysBefore, ofDay] = [currentData(older), currentData(newer)];
  const all = useMemo(
    () => ofDaysBefore && (onDay === null ? ofDaysBefore : ofDay && joined([ofDaysBefore, ofDay])),
    [ofDaysBefore, ofDay, onDay],
  );
  return combineStates(all, null, onDay === null ? [older] : [older, newer]);
}

function joined(results: readonly OutcomeCountsResult[]): OutcomeCountsResult {
  return { rows: results.flatMap(({ rows }) => rows), ...joinSources(results) };
}

const MARKET = ["customerMarket"] as const;
/** Constant, so that the query is independent of the filters. */
const ALL_TERMS = ["customerMarket", "partnerMarket", "customerOrgSize"] as const;

type ResolvedPeriod = Pick<ResolvedSelection, "population" | "filters" | "date" | "period">;

type OverdueQueries = { before: OutcomeCountsQuery; onDay: OutcomeCountsQuery | null };

/** The queries for the referrals of a selection past the answer time. */
export function overdueQueriesOf({
  resolved,
  dataTime,
}: Pick<ViewData, "resolved" | "dataTime">): OverdueQueries {
  return overdueQueries(resolved, overdueBefore(dataTime, OVERDUE_LIMITS.answerMs));
}

/**
 * Queries for the referrals of a selection created before an instant, using the cache as far as possible: whole days,
 * and separately the hours of the last day. A period by created date contains that day entirely or not at all; by
 * another date one query is enough.
 */
export function overdueQueries(resolved: ResolvedPeriod, limit: number): OverdueQueries {
  const { population, filters, date, period } = resolved;
  const day = dayOfInstant(limit);
  const byMarket = (some: Filter | null) => ({ population: some, filters, fields: MARKET });
  const until = (instant: number) => allOf([population, created("lt", instant)]);
  if (date !== "createdDate") return { before: byMarket(until(limit)), onDay: null };
  if (day > period.to) return { before: byMarket(population), onDay: null };
  const before = byMarket(until(instantOfDay(day)));
  if (day < period.from || limit === instantOfDay(day)) return { before, onDay: null };
  const hours = allOf([created("ge", instantOfDay(day)), created("lt", limit)]);
  return { before, onDay: { population: hours, filters, fields: ALL_TERMS } };
}

function created(operator: DateOperator, instant: number): Filter {
  return { kind: "date", field: "createdDate", operator, instant };
}
