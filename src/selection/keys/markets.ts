import type { Day } from "#lib/calendar.ts";
import type { Sort } from "#lib/sort.ts";
import type { Parameters } from "../parameter.ts";
import { flag, maybeDay, oneOf } from "../parameters.ts";
import { sortParameter } from "../sort.ts";
import { WHY_KEYS, type WhyKeys } from "./why.ts";

/** Columns of the markets table, in order. */
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

/** Figures of the routing matrix. */
export const CELL_FIGURES = ["count", "acceptance", "win"] as const;
export type CellFigure = (typeof CELL_FIGURES)[number];

export type MarketsKeys = { sort: Sort; cell: CellFigure };

/** Columns of the Overview's markets table. */
export const OVERVIEW_MARKET_COLUMNS = ["market", "referrals", "share", "acceptance", "win", "open"] as const;

const USUAL = [{ id: "referrals", desc: true }];

/** `reconcile`: show Partner Center's numbers beside ours. `since`: first day of "since", instead of the last visit. */
export const OVERVIEW_KEYS: Parameters<WhyKeys & { sort: Sort; since: Day | null; reconcile: boolean }> = {
  ...WHY_KEYS,
  since: maybeDay("since"),
  reconcile: flag("reconcile"),
  sort: sortParameter<string>(OVERVIEW_MARKET_COLUMNS, USUAL, 1),
};

/** Keys of the Markets view in the address; `sort=-win` sorts by win rate, descending. */
export const MARKETS_KEYS: Parameters<MarketsKeys> = {
  sort: sortParameter<string>(MARKET_COLUMNS, USUAL, 1),
  cell: oneOf("cell", CELL_FIGURES, "count"),
};
