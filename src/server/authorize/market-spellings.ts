import { MAX_SKIP } from "#partner-center/query-print.ts";
import type { Store } from "../store/store.ts";
import type { Spellings } from "./restrict-to-user.ts";

/**
 * Reads the spellings of customer markets in a store, by code (trimmed, upper case). Codes without referrals have none.
 */
export async function readSpellings(store: Pick<Store, "group">): Promise<Spellings> {
  const { table } = await store.group({
    kind: "grouped",
    query: { filter: null, groupBy: ["customerMarket"], level: "day" },
    page: { top: MAX_SKIP, skip: 0 },
  });
  const byCode = new Map<string, string[]>();
  for (const market of table.columns[0]?.values ?? []) {
    if (market) byCode.set(codeOf(market), [...(byCode.get(codeOf(market)) ?? []), market]);
  }
  return (market) => byCode.get(codeOf(market)) ?? [];
}

function codeOf(market: string): string {
  return market.trim().toUpperCase();
}
