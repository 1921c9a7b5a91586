import type { AggregateQuery } from "#cube/cube.ts";
import type { Grain } from "#lib/calendar.ts";
import type { DateField, Field, TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, daysWithin, termIs } from "#partner-center/filter-build.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { FIELD_FILTERS, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import { CLOSING_DATES } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";

/** All referrals by customer market and created month. */
export const DATASET_SUMMARY_QUERY: GroupedQuery = {
  filter: null,
  groupBy: ["customerMarket", "createdDate"],
  level: "month",
};

/** The fields that outcome counts can be grouped by. */
export type GroupField =
  | Extract<TermField, "customerMarket" | "partnerMarket" | "customerOrgSize" | "customerName">
  | DateField;

/** The referrals whose date lies in a period. */
export function periodFilter(basis: DateField, { from, to }: Period): Filter {
  return daysWithin(basis, from, to);
}

/** The fields a result must be grouped by so that these filters can be applied to it. */
export function fieldsOfFilters(filters: Filters): (typeof FIELD_OF_FILTER)[keyof typeof FIELD_OF_FILTER][] {
  return FIELD_FILTERS.filter((filterKey) => filters[filterKey].length > 0).map(
    (filterKey) => FIELD_OF_FILTER[filterKey],
  );
}

const STAGE_DATES = ["acknowledgedDate", "acceptedDate"] as const;

/**
 * Groups by what decides outcome and stages. Grouping by a date shows whether it is absent, and is documented; a filter
 * for absence is not. Months keep the buckets few where no date is needed for itself.
 */
export function stagesQuery(
  filter: Filter | null,
  fields: readonly GroupField[],
  level: Grain = "month",
): AggregateQuery {
  return { filter, groupBy: distinct(["status", ...fields, ...STAGE_DATES]), level };
}

/** Closing dates of the referrals whose status does not tell how they ended. */
export function closingDatesQuery(
  stages: AggregateQuery,
  statuses: readonly (string | null)[],
): AggregateQuery {
  // The service groups an empty status as null: match both.
  const stored = statuses.flatMap((status) => (status === null ? [null, ""] : [status]));
  return {
    filter: allOf([stages.filter, termIs("status", stored)]),
    groupBy: distinct([...stages.groupBy, ...CLOSING_DATES]),
    level: stages.level,
  };
}

/** Referrals over time by one of their dates, by customer market and by filtered fields. */
export function trendQuery(
  filter: Filter,
  filters: readonly TermField[],
  date: DateField,
  level: Grain,
): AggregateQuery {
  return { filter, groupBy: distinct(["customerMarket", ...filters, date]), level };
}

function distinct(fields: readonly [Field, ...Field[]]): readonly [Field, ...Field[]] {
  const [first, ...rest] = fields;
  return [first, ...new Set(rest.filter((field) => field !== first))];
}
