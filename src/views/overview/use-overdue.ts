import { useMemo } from "react";
import { dayOfInstant, instantOfDay } from "#lib/calendar.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { allOf } from "#partner-center/filter-build.ts";
import { type Asked, newOf, settledOf } from "#queries/asked.ts";
import { useJourneys } from "#queries/use-journeys.ts";
import { OVERDUE_LIMITS, overdueBefore } from "#referrals/open-age.ts";
import { useView } from "../common/view-context.tsx";
import { type OverdueCount, overdueCount } from "./headline-model.ts";

const MARKET = ["customerMarket"] as const;
/** Whatever terms are chosen, the question stays the same. */
const ALL_TERMS = ["customerMarket", "partnerMarket", "customerOrgSize"] as const;

/**
 * How many referrals of the selection wait for an answer longer than they should, at the time of the data, to the
 * instant: on the days before the limit, as the daily answer at hand tells, and on its own day, which is asked once.
 */
export function useOverdue(): Asked<OverdueCount> {
  const { plane, basis, isSettled } = useView();
  const { scope, dataTime } = basis;
  const { filter, terms, date, period } = scope;
  const limit = overdueBefore(dataTime, OVERDUE_LIMITS.answerMs);
  const day = dayOfInstant(limit);
  // Where the period is of created dates, it holds the whole day or nothing of it.
  const isApart = date === "createdDate";
  const isOutside = isApart && (day < period.from || day > period.to);
  const daysBefore = useMemo(
    () =>
      isSettled ? { filter: allOf([filter, created("lt", instantOfDay(day))]), terms, fields: MARKET } : null,
    [isSettled, filter, terms, day],
  );
  const itsDay = useMemo(() => {
    const hours = [created("ge", instantOfDay(day)), created("lt", limit)];
    const passed = allOf(isApart ? hours : [filter, ...hours]);
    return isSettled ? { filter: passed, terms, fields: ALL_TERMS } : null;
  }, [isSettled, isApart, filter, terms, day, limit]);
  const parts = [useJourneys(plane, daysBefore), useJourneys(plane, isOutside ? null : itsDay)] as const;
  const [before, onDay] = [newOf(parts[0]), newOf(parts[1])];
  const overdue = useMemo(() => {
    if (before === null || (onDay === null && !isOutside)) return null;
    return overdueCount([...before.rows, ...(isOutside || onDay === null ? [] : onDay.rows)]);
  }, [before, onDay, isOutside]);
  return settledOf(overdue, null, parts);
}

function created(operator: DateOperator, instant: number): Filter {
  return { kind: "date", field: "createdDate", operator, instant };
}
