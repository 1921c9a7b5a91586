import * as v from "valibot";
import { parseJson } from "#partner-center/json.ts";
import { MAX_TOP } from "#partner-center/query-print.ts";
import { type Store, textOf } from "../store/store.ts";
import type { Spellings } from "./restrict-to-user.ts";

const Rows = v.array(v.object({ customerMarket: v.nullable(v.string()) }));

/**
 * Reads the spellings of customer markets in a store, by code (trimmed, upper case). Codes without referrals have none.
 */
export async function readSpellings(store: Pick<Store, "ask">): Promise<Spellings> {
  const byCode = new Map<string, string[]>();
  for (const market of await storedMarkets(store, 0)) {
    byCode.set(codeOf(market), [...(byCode.get(codeOf(market)) ?? []), market]);
  }
  return (market) => byCode.get(codeOf(market)) ?? [];
}

async function storedMarkets(store: Pick<Store, "ask">, skip: number): Promise<string[]> {
  const response = await store.ask({
    kind: "grouped",
    query: { filter: null, groupBy: ["customerMarket"], level: "day" },
    page: { top: MAX_TOP, skip },
  });
  const found = v
    .parse(Rows, parseJson(textOf("[", response, "]").toString()))
    .flatMap((row) => row.customerMarket ?? []);
  const next = skip + MAX_TOP;
  return next < response.totalCount ? [...found, ...(await storedMarkets(store, next))] : found;
}

function codeOf(market: string): string {
  return market.trim().toUpperCase();
}
