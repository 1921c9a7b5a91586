import { type Day, GRAINS, type Grain, isDay } from "#lib/calendar.ts";
import { BREAKDOWNS, type Breakdown } from "#referrals/breakdown.ts";
import { marketCode } from "#referrals/market.ts";

/** What the reader looks at; null and empty mean the default. Market codes are normalised, "" is "no market". */
export type Selection = {
  from: Day | null;
  to: Day | null;
  markets: readonly string[];
  grain: Grain | null;
  by: Breakdown;
  as: "chart" | "table";
};

export const DEFAULT_SELECTION: Selection = {
  from: null,
  to: null,
  markets: [],
  grain: null,
  by: "market",
  as: "chart",
};

/** A part of the address that could not be used. */
export type AddressFault =
  | { kind: "value"; parameter: string; value: string }
  | { kind: "order" }
  | { kind: "tooLong"; most: number };

export type ReadAddress = { selection: Selection; faults: readonly AddressFault[] };

/** Longest query of an address that is read; a longer one is cut. */
const MOST_CHARACTERS = 4000;

/** Stands for the referrals without a market, since an empty text cannot be seen in an address. */
const NO_MARKET_IN_ADDRESS = "-";

/** Reads the query of the address. What does not fit falls to the default and is told. */
export function readSelection(search: string): ReadAddress {
  const parameters = new URLSearchParams(search.slice(0, MOST_CHARACTERS));
  const faults: AddressFault[] = [];
  if (search.length > MOST_CHARACTERS) faults.push({ kind: "tooLong", most: MOST_CHARACTERS });

  function read<T>(parameter: string, parse: (text: string) => T | null, otherwise: T): T {
    const text = parameters.get(parameter);
    if (text === null || text === "") return otherwise;
    const value = parse(text);
    if (value !== null) return value;
    faults.push({ kind: "value", parameter, value: text.slice(0, 60) });
    return otherwise;
  }

  let from = read<Day | null>("from", parseDay, null);
  let to = read<Day | null>("to", parseDay, null);
  if (from && to && from > to) {
    faults.push({ kind: "order" });
    from = null;
    to = null;
  }
  const markets = read("market", parseMarkets, []);
  const grain = read<Grain | null>("grain", (text) => oneOf(GRAINS, text), null);
  const by = read("by", (text) => oneOf(BREAKDOWNS, text), DEFAULT_SELECTION.by);
  const as = read("as", (text) => oneOf(["chart", "table"] as const, text), DEFAULT_SELECTION.as);
  return { selection: { from, to, markets, grain, by, as }, faults };
}

/** Prints a selection as the query of an address, with its "?", or "" when all is default. */
export function printSelection({ from, to, markets, grain, by, as }: Selection): string {
  const parameters = new URLSearchParams();
  if (from) parameters.set("from", from);
  if (to) parameters.set("to", to);
  if (markets.length > 0) parameters.set("market", markets.map(printMarket).join(","));
  if (grain) parameters.set("grain", grain);
  if (by !== DEFAULT_SELECTION.by) parameters.set("by", by);
  if (as !== DEFAULT_SELECTION.as) parameters.set("as", as);
  const text = parameters.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

function parseDay(text: string): Day | null {
  return isDay(text) && text >= "1900-01-01" && text <= "2199-12-31" ? text : null;
}

function oneOf<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((value) => value === text.toLowerCase()) ?? null;
}

function parseMarkets(text: string): readonly string[] | null {
  const codes = text.split(",").map(parseMarket);
  return codes.includes(null) ? null : [...new Set(codes as string[])].sort();
}

function parseMarket(text: string): string | null {
  if (text === NO_MARKET_IN_ADDRESS) return "";
  try {
    return marketCode(decodeURIComponent(text)) || null;
  } catch {
    return null;
  }
}

/** A code may hold what the list needs for itself (a comma, a per cent sign, a lone dash): those are escaped. */
function printMarket(code: string): string {
  if (code === "") return NO_MARKET_IN_ADDRESS;
  return code === NO_MARKET_IN_ADDRESS ? "%2D" : code.replace(/[%,]/g, encodeURIComponent);
}
