import type { TermField } from "#partner-center/fields.ts";
import type { FilterKey } from "./filters.ts";

export const DIMENSION_KEYS = ["market", "partner", "size", "outcome"] as const;

/** What figures can be split by. The customer market is the default. */
export type Dimension = (typeof DIMENSION_KEYS)[number];

type DimensionFacts = {
  /** The filter whose values are the keys of the parts. */
  filter: FilterKey;
  /** The key of a drill-through that leaves these parts out. */
  exclude: string;
  /** The field of a record, and of a group; null where several fields tell. */
  field: TermField | null;
};

export const DIMENSIONS = {
  market: { filter: "markets", exclude: "notMarkets", field: "customerMarket" },
  partner: { filter: "partners", exclude: "notPartners", field: "partnerMarket" },
  size: { filter: "sizes", exclude: "notSizes", field: "customerOrgSize" },
  outcome: { filter: "outcomes", exclude: "notOutcomes", field: null },
} as const satisfies Record<Dimension, DimensionFacts>;

/** The fields of those filters that a group of referrals can be asked for; an outcome comes from several fields. */
export const FIELD_OF_FILTER = {
  markets: DIMENSIONS.market.field,
  partners: DIMENSIONS.partner.field,
  sizes: DIMENSIONS.size.field,
} as const satisfies Record<Exclude<FilterKey, "outcomes">, TermField>;

export type FieldFilter = keyof typeof FIELD_OF_FILTER;
export const FIELD_FILTERS = Object.keys(FIELD_OF_FILTER) as readonly FieldFilter[];
