import { useMemo } from "react";
import { allOf } from "#partner-center/filter-build.ts";
import { newOf } from "#queries/asked.ts";
import { useJourneys } from "#queries/use-journeys.ts";
import { OVERDUE_LIMITS, overdueBefore } from "#referrals/open-age.ts";
import { useView } from "../common/view-context.tsx";
import { type OverdueCount, overdueCount } from "./headline-model.ts";

const MARKET = ["customerMarket"] as const;

/**
 * How many referrals of the selection wait for an answer longer than they should, at the time of the data; to the
 * instant, so that it is a question of its own. Null while it is on its way.
 */
export function useOverdue(): OverdueCount | null {
  const { plane, basis, isSettled } = useView();
  const { scope, dataTime } = basis;
  const { filter, terms } = scope;
  const wish = useMemo(() => {
    const instant = overdueBefore(dataTime, OVERDUE_LIMITS.answerMs);
    const isOlder = { kind: "date", field: "createdDate", operator: "lt", instant } as const;
    return isSettled ? { filter: allOf([filter, isOlder]), terms, fields: MARKET } : null;
  }, [isSettled, filter, terms, dataTime]);
  const answer = newOf(useJourneys(plane, wish));
  return useMemo(() => answer && overdueCount(answer.rows), [answer]);
}
