import type { Outcome } from "./outcome.ts";

/**
 * The selection's filters besides its period: values of a filter are "or", filters are "and", an empty list means all.
 * Market codes as of `marketCode`, sizes as of `sizeKey`; "" is none.
 */
export type Filters = {
  markets: readonly string[];
  partners: readonly string[];
  sizes: readonly string[];
  outcomes: readonly Outcome[];
};

export const NO_FILTERS: Filters = { markets: [], partners: [], sizes: [], outcomes: [] };

export type FilterKey = keyof Filters;
const FILTER_KEYS = Object.keys(NO_FILTERS) as readonly FilterKey[];

export function hasFilters(filters: Filters): boolean {
  return FILTER_KEYS.some((key) => filters[key].length > 0);
}
