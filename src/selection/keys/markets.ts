import type { Day } from "#lib/calendar.ts";
import type { Sort } from "#lib/sort.ts";
import type { Parameters } from "../parameter.ts";
import { maybeDay, oneOf } from "../parameters.ts";
import { sortParameter } from "../sort.ts";
import { WHY_KEYS, type WhyKeys } from "./why.ts";

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

/** What a cell of the routing matrix says. */
export const CELL_FIGURES = ["count", "acceptance", "win"] as const;
export type CellFigure = (typeof CELL_FIGURES)[number];

export type MarketsKeys = { sort: Sort; cell: CellFigure };

/** The columns of the markets table of the Overview. */
export const OVERVIEW_MARKET_COLUMNS = ["market", "referrals", "share", "acceptance", "win", "open"] as const;

const USUAL = [{ id: "referrals", desc: true }];

/** `since`: the first day of what "since" counts, where that is not the reader's last visit. */
export const OVERVIEW_KEYS: Parameters<WhyKeys & { sort: Sort; since: Day | null }> = {
  ...WHY_KEYS,
  since: maybeDay("since"),
  sort: sortParameter<string>(OVERVIEW_MARKET_COLUMNS, USUAL, 1),
};

/** What the Markets view keeps in the address: `sort=-win` for the highest win rate first. */
export const MARKETS_KEYS: Parameters<MarketsKeys> = {
  sort: sortParameter<string>(MARKET_COLUMNS, USUAL, 1),
  cell: oneOf("cell", CELL_FIGURES, "count"),
};
