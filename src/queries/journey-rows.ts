import type { MarketJourney } from "#referrals/market-table.ts";
import { outcomeRows } from "./outcome-rows.ts";
import type { StagesAnswer } from "./stages.ts";

/** Journeys by customer market, as its text stands in the data. */
export function journeyRows(answer: StagesAnswer): MarketJourney[] {
  return outcomeRows(answer, "customerMarket").map(({ key, ...journey }) => ({ market: key, ...journey }));
}
