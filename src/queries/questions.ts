import type { AggregateQuery } from "#aggregates/cube.ts";
import type { Grain } from "#lib/calendar.ts";
import type { DateField, TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, daysWithin, termIs } from "#partner-center/filter-build.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { CLOSING_DATES } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";

/** All referrals by customer market and created month: what there is, since when, in which markets. */
export const EXTENT_QUESTION: GroupedQuery = {
  filter: null,
  groupBy: ["customerMarket", "createdDate"],
  level: "month",
};

/** What the journeys of a selection can be told apart by, besides what became of them. */
export type JourneyField =
  | Extract<TermField, "customerMarket" | "partnerMarket" | "customerOrgSize">
  | "createdDate";

/** The referrals whose date lies in a period. */
export function periodFilter(basis: DateField, { from, to }: Period): Filter {
  return daysWithin(basis, from, to);
}

/**
 * What decides outcome and stages. Grouping by a date tells where it is absent, and is documented, which a filter
 * for absence is not; where no date is wanted for itself, months keep the buckets few.
 */
export function stagesQuestion(
  filter: Filter | null,
  fields: readonly JourneyField[],
  level: Grain = "month",
): AggregateQuery {
  return { filter, groupBy: ["status", ...fields, "acknowledgedDate", "acceptedDate"], level };
}

/** The closing dates of those referrals of a stages question whose status does not tell how they ended. */
export function closingQuestion(
  stages: AggregateQuery,
  statuses: readonly (string | null)[],
): AggregateQuery {
  // An empty status is grouped as none: both are meant.
  const stored = statuses.flatMap((status) => (status === null ? [null, ""] : [status]));
  return {
    filter: allOf([stages.filter, termIs("status", stored)]),
    groupBy: [...stages.groupBy, ...CLOSING_DATES] as const,
    level: stages.level,
  };
}

/** Created referrals over time, by customer market and by one more term. */
export function trendQuestion(filter: Filter, by: TermField, level: Grain): AggregateQuery {
  const terms = by === "customerMarket" ? [] : [by];
  return { filter, groupBy: ["customerMarket", ...terms, "createdDate"], level };
}
