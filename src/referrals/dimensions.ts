import type { TermField } from "#partner-center/fields.ts";
import type { FilterKey } from "./filters.ts";

export const DIMENSION_KEYS = ["market", "partner", "size", "outcome"] as const;

/** What figures can be split by; the customer market is the default. */
export type Dimension = (typeof DIMENSION_KEYS)[number];

type DimensionFacts = {
  /** The filter whose values are the keys of this dimension. */
  filter: FilterKey;
  /** The drill-through key that excludes values. */
  exclude: string;
  /** The field, also of groups; null when derived from several fields. */
  field: TermField | null;
};

export const DIMENSIONS = {
  market: { filter: "markets", exclude: "notMarkets", field: "customerMarket" },
  partner: { filter: "partners", exclude: "notPartners", field: "partnerMarket" },
  size: { filter: "sizes", exclude: "notSizes", field: "customerOrgSize" },
  outcome: { filter: "outcomes", exclude: "notOutcomes", field: null },
} as const satisfies Record<Dimension, DimensionFacts>;

/** The fields of filters that the endpoint can group by; outcomes are derived from several. */
export const FIELD_OF_FILTER = {
  markets: DIMENSIONS.market.field,
  partners: DIMENSIONS.partner.field,
  sizes: DIMENSIONS.size.field,
} as const satisfies Record<Exclude<FilterKey, "outcomes">, TermField>;

export type FieldFilter = keyof typeof FIELD_OF_FILTER;
export const FIELD_FILTERS = Object.keys(FIELD_OF_FILTER) as readonly FieldFilter[];
