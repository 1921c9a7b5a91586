import { type Day, GRAINS, type Grain } from "#lib/calendar.ts";
import { COMPARISONS, type Comparison, JUDGED, type Judged } from "#referrals/comparison.ts";
import { DATE_BASES, type DateBasis } from "#referrals/date-basis.ts";
import { DIMENSION_KEYS, type Dimension } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import { marketCode } from "#referrals/market.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { DEAL_VALUES, type DealValues } from "./deal-values.ts";
import {
  type AddressFault,
  MAX_ADDRESS_CHARACTERS,
  type Parameter,
  type Parameters,
  printSearch,
  readParameters,
  writeParameters,
} from "./parameter.ts";
import { maybeDay, maybeOneOf, oneOf, someOf, texts } from "./parameters.ts";

/** What the user looks at, shared by all views; null and empty mean the default. */
export type Selection = Filters & {
  from: Day | null;
  to: Day | null;
  basis: DateBasis;
  grain: Grain | null;
  by: Dimension;
  /** Filters that only some sources can be asked for. */
  deal: DealValues;
  compare: Comparison | "none";
  /** How the comparison period is judged: at the same age as this one, or as known today. */
  judged: Judged;
  as: "chart" | "table";
  lang: string | null;
  theme: Theme | null;
  /** Text direction, if not that of the language. */
  dir: "ltr" | "rtl" | null;
  /** Whether the page shows its header. */
  chrome: "full" | "none";
  /** Keys of the only panels to show; none shows all. */
  panels: readonly string[];
  /** What cannot be changed here. A convenience, no protection: the address can be edited. */
  lock: readonly Lock[];
  /** "safe": hide names and small counts from an audience. */
  audience: "safe" | null;
  /** The application that frames the page, if it needs special behaviour. */
  host: "teams" | null;
};

export const LOCKS = ["period", "market", "partner", "size", "outcome"] as const;
export type Lock = (typeof LOCKS)[number];

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export type ReadAddress = { selection: Selection; faults: readonly AddressFault[] };

/** Version of the address format: old links keep their meaning, newer ones are reported. */
const VERSION = "1";

const SELECTION: Parameters<Selection> = {
  from: maybeDay("from"),
  to: maybeDay("to"),
  basis: oneOf("basis", DATE_BASES, "created"),
  markets: texts("market", marketCode),
  partners: texts("partner", marketCode),
  sizes: texts("size", (text) => text.trim()),
  outcomes: someOf("outcome", OUTCOMES),
  deal: DEAL_VALUES,
  grain: maybeOneOf("grain", GRAINS),
  by: oneOf("by", DIMENSION_KEYS, "market"),
  compare: oneOf("compare", [...COMPARISONS, "none"] as const, "previous-period"),
  judged: oneOf("judged", JUDGED, "equal-age"),
  as: oneOf("as", ["chart", "table"], "chart"),
  lang: language(),
  theme: maybeOneOf("theme", THEMES),
  dir: maybeOneOf("dir", ["ltr", "rtl"]),
  chrome: oneOf("chrome", ["full", "none"], "full"),
  panels: texts("panels", (text) => (/^[a-z-]{1,30}$/.test(text) ? text : null)),
  lock: someOf("lock", LOCKS),
  audience: maybeOneOf("audience", ["safe"]),
  host: maybeOneOf("host", ["teams"]),
};

export const DEFAULT_SELECTION: Selection = readParameters(SELECTION, new URLSearchParams()).values;

/** Parses the query string; invalid values become the default and are reported. */
export function readSelection(search: string): ReadAddress {
  const cut = new URLSearchParams(search.slice(0, MAX_ADDRESS_CHARACTERS));
  const { values, faults } = readParameters(SELECTION, cut);
  const version = cut.get("v");
  if (version !== null && version !== VERSION)
    faults.push({ kind: "version", version: version.slice(0, 60) });
  if (search.length > MAX_ADDRESS_CHARACTERS) faults.push({ kind: "tooLong", most: MAX_ADDRESS_CHARACTERS });
  if (!values.from || !values.to || values.from <= values.to) return { selection: values, faults };
  faults.push({ kind: "order" });
  return { selection: { ...values, from: null, to: null }, faults };
}

/**
 * Prints a selection as a query string with its "?", or "" when all is default. Other keys in `search`, those of a
 * view, are kept.
 */
export function printSelection(selection: Selection, search = ""): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("v");
  writeParameters(SELECTION, selection, parameters);
  return printSearch(parameters);
}

/** A language tag; the catalogues decide whether it is supported. */
function language(): Parameter<string | null> {
  const isTag = (text: string) => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(text);
  return { name: "lang", fallback: null, parse: (text) => (isTag(text) ? text : null), print: (tag) => tag };
}
