import type { TermField } from "#partner-center/fields.ts";
import type { Outcome } from "./outcome.ts";

/**
 * What the reader restricts a selection to besides its period: the values of a term are "or", the terms are "and",
 * none means all. Market codes as of `marketCode`, sizes as of `sizeKey`; "" is none.
 */
export type Terms = {
  markets: readonly string[];
  partners: readonly string[];
  sizes: readonly string[];
  outcomes: readonly Outcome[];
};

export const NO_TERMS: Terms = { markets: [], partners: [], sizes: [], outcomes: [] };

/** The fields of those terms that a group of referrals can be asked for; an outcome comes from several fields. */
export const FIELD_OF_TERM = {
  markets: "customerMarket",
  partners: "partnerMarket",
  sizes: "customerOrgSize",
} as const satisfies Record<Exclude<keyof Terms, "outcomes">, TermField>;

export type GroupTerm = keyof typeof FIELD_OF_TERM;
export const GROUP_TERMS = Object.keys(FIELD_OF_TERM) as readonly GroupTerm[];

/** Whether anything is restricted. */
export function hasTerms(terms: Terms): boolean {
  return terms.outcomes.length > 0 || GROUP_TERMS.some((term) => terms[term].length > 0);
}
