import type { Outcome } from "./outcome.ts";

/**
 * What the reader restricts a selection to besides its period: the values of a filter are "or", the filters are "and",
 * none means all. Market codes as of `marketCode`, sizes as of `sizeKey`; "" is none.
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

/** Whether anything is restricted. */
export function hasFilters(filters: Filters): boolean {
  return FILTER_KEYS.some((key) => filters[key].length > 0);
}
