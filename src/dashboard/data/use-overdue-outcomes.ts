import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { combineStates, currentData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { OVERDUE_LIMITS, overdueBefore } from "#referrals/open-age.ts";
import { overdueQueries } from "./overdue-queries.ts";

/**
 * What became of the referrals of the selection that are older, at the time of the data and to the instant, than they
 * may be without an answer; by customer market. Those of the days before the limit are taken from the daily answer at
 * hand, those of its own day are asked for once.
 */
export function useOverdueOutcomes(): QueryState<OutcomeCountsResult> {
  const { viewData, isQuiet } = useView();
  const { resolved, dataTime } = viewData;
  const limit = overdueBefore(dataTime, OVERDUE_LIMITS.answerMs);
  const { before, onDay } = isQuiet ? overdueQueries(resolved, limit) : { before: null, onDay: null };
  const [older, newer] = [useOutcomeCounts(before), useOutcomeCounts(onDay)];
  const [ofDaysBefore, ofDay] = [currentData(older), currentData(newer)];
  const all = useMemo(
    () => ofDaysBefore && (onDay === null ? ofDaysBefore : ofDay && joined([ofDaysBefore, ofDay])),
    [ofDaysBefore, ofDay, onDay],
  );
  return combineStates(all, null, onDay === null ? [older] : [older, newer]);
}

function joined(results: readonly OutcomeCountsResult[]): OutcomeCountsResult {
  return {
    rows: results.flatMap(({ rows }) => rows),
    completeness: results.flatMap(({ completeness }) => completeness),
    queries: results.flatMap(({ queries }) => queries),
  };
}
