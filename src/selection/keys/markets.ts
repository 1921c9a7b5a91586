import type { Parameter, Parameters } from "../parameter.ts";
import { oneOf } from "../parameters.ts";

/** The columns of the markets table, by which it can be sorted. */
export const MARKET_COLUMNS = [
  "market",
  "referrals",
  "change",
  "share",
  "acceptance",
  "win",
  "close",
  "days",
  "open",
  "overdue",
] as const;
export type MarketColumn = (typeof MARKET_COLUMNS)[number];

export type MarketSort = { column: MarketColumn; isDescending: boolean };

/** What a cell of the routing matrix says. */
export const CELL_FIGURES = ["count", "acceptance", "win"] as const;
export type CellFigure = (typeof CELL_FIGURES)[number];

export type MarketsKeys = { sort: MarketSort; cell: CellFigure };

const SORT: Parameter<MarketSort> = {
  name: "sort",
  fallback: { column: "referrals", isDescending: true },
  parse: (text) => {
    const isDescending = text.startsWith("-");
    const column = MARKET_COLUMNS.find((one) => one === text.slice(isDescending ? 1 : 0));
    return column ? { column, isDescending } : null;
  },
  print: ({ column, isDescending }) =>
    column === "referrals" && isDescending ? null : `${isDescending ? "-" : ""}${column}`,
};

/** What the Markets view keeps in the address: `sort=-win` for the highest win rate first. */
export const MARKETS_KEYS: Parameters<MarketsKeys> = {
  sort: SORT,
  cell: oneOf("cell", CELL_FIGURES, "count"),
};
