import { bucketCount, type Day, endOfMonth, GRAINS, type Grain } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { type ComparedPeriods, type Comparison, cutToPassed } from "#referrals/comparison.ts";
import { type DateBasis, dateFieldOf } from "#referrals/date-basis.ts";
import type { Filters } from "#referrals/filters.ts";
import { autoGrain } from "#referrals/grain.ts";
import { defaultPeriod, type Period } from "#referrals/period.ts";
import type { Selection } from "#selection/selection.ts";

/** The selection with its defaults filled in. */
export type ResolvedSelection = {
  period: Period;
  basis: DateBasis;
  date: DateField;
  /** The period without filters: the population that queries are sent for. */
  population: Filter;
  filters: Filters;
  grain: Grain;
  isAutoGrain: boolean;
  /** A requested grain that would give too many points. */
  grainFault: Grain | null;
  compared: ({ by: Comparison } & ComparedPeriods) | null;
};

/** Maximum number of points in a chart. */
export const MAX_POINTS = 400;

/**
 * Fills in defaults: the period from the newest month of the data, else from today (UTC, by the data); the grain from
 * the period.
 */
export function resolveSelection(
  selection: Selection,
  newestMonth: Day | null,
  today: Day,
): ResolvedSelection {
  const period = periodOf(selection, defaultPeriod(newestMonth ?? today));
  const fits = (grain: Grain) => bucketCount(period.from, period.to, grain) <= MAX_POINTS;
  const { grain: wanted, basis, compare, markets, partners, sizes, outcomes } = selection;
  const grain = wanted && fits(wanted) ? wanted : autoGrain(period);
  const date = dateFieldOf(basis);
  return {
    period,
    basis,
    date,
    population: periodFilter(date, period),
    filters: { markets, partners, sizes, outcomes },
    grain,
    isAutoGrain: wanted === null,
    grainFault: wanted && wanted !== grain ? wanted : null,
    compared: compare === "none" ? null : { by: compare, ...cutToPassed(period, compare, today) },
  };
}

function periodOf(selection: Selection, usual: Period): Period {
  const chosen = { from: selection.from ?? usual.from, to: selection.to ?? usual.to };
  if (chosen.from <= chosen.to) return chosen;
  // Only one end was chosen, beyond the default's other end: use the month of the chosen end.
  const { from, to } = chosen;
  return selection.from ? { from, to: endOfMonth(from) } : { from: `${to.slice(0, 7)}-01`, to };
}

/** Grains within the limit of points for a period. */
export function grainsFor(period: Period): readonly Grain[] {
  return GRAINS.filter((grain) => bucketCount(period.from, period.to, grain) <= MAX_POINTS);
}
