import type { Parameters } from "../parameter.ts";

/** What the view of deals looks at: amounts of this measure, as of `amountReader`; null is the one most deals have. */
export type DealsKeys = { measure: string | null };

/** A currency's code, "-" for no currency, or `usd-given`. */
export const DEALS_KEYS: Parameters<DealsKeys> = {
  measure: {
    name: "in",
    fallback: null,
    parse: (text) => (text === "-" ? "" : text.slice(0, MAX_CODE)),
    print: (measure) => (measure === "" ? "-" : measure),
  },
};

const MAX_CODE = 40;
