import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import { dayOfInstant, instantOfDay } from "#lib/calendar.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { allOf } from "#partner-center/filter-build.ts";
import type { OutcomeCountsQuery } from "#queries/use-outcome-counts.ts";

const MARKET = ["customerMarket"] as const;
/** Whatever filters are chosen, the query stays the same. */
const ALL_TERMS = ["customerMarket", "partnerMarket", "customerOrgSize"] as const;

type ResolvedPeriod = Pick<ResolvedSelection, "population" | "filters" | "date" | "period">;

export type OverdueQueries = { before: OutcomeCountsQuery; onDay: OutcomeCountsQuery | null };

/**
 * How to ask for the referrals of a selection that were created before an instant, so that most of it is at hand: whole
 * days, and the hours of the last one apart. A period of created dates holds all of that day or nothing of it; where
 * it is of other dates, one query does.
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
