import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, daysWithin, termIs } from "#partner-center/filter-build.ts";
import type { GroupedQuery, Level } from "#partner-center/query.ts";
import { CLOSING_DATES } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";

/** All referrals by customer market and created month: what there is, since when, in which markets. */
export const EXTENT_QUESTION: GroupedQuery = {
  filter: null,
  groupBy: ["customerMarket", "createdDate"],
  level: "month",
};

/** The referrals whose date lies in a period. */
export function periodFilter(basis: DateField, { from, to }: Period): Filter {
  return daysWithin(basis, from, to);
}

/**
 * What decides outcome and stages, by market. Grouping by a date tells where it is absent, and is documented,
 * which a filter for absence is not; months keep the buckets few.
 */
export function stagesQuestion(filter: Filter): GroupedQuery {
  return {
    filter,
    groupBy: ["status", "customerMarket", "acknowledgedDate", "acceptedDate"],
    level: "month",
  };
}

/** The closing dates of the referrals whose status does not tell how they ended, these statuses as stored. */
export function closingQuestion(filter: Filter, statuses: readonly (string | null)[]): GroupedQuery {
  return {
    filter: allOf([filter, termIs("status", statuses)]),
    groupBy: ["status", "customerMarket", "acknowledgedDate", "acceptedDate", ...CLOSING_DATES],
    level: "month",
  };
}

/** Created referrals over time, by customer market. */
export function trendQuestion(filter: Filter, level: Level): GroupedQuery {
  return { filter, groupBy: ["customerMarket", "createdDate"], level };
}
