import type { Filter } from "#partner-center/filter.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { MAX_SKIP } from "#partner-center/query-print.ts";
import type { Store } from "#server/store/store.ts";
import type { User } from "./user.ts";

/** The spellings of a market code in the store, for example `DE`, `de` and ` De `. */
export type Spellings = (market: string) => readonly string[];

/** Matches no referral. */
const NOTHING: Filter = {
  kind: "and",
  operands: [
    { kind: "term", field: "id", operator: "eq", value: null },
    { kind: "term", field: "id", operator: "ne", value: null },
  ],
};

/**
 * Restricts a query to the user's markets: a condition on the customer market is put before any filter. Stored text is
 * unchanged and the filter grammar is case-sensitive, so the condition lists all stored spellings of a market (its code
 * is trimmed and upper-cased).
 */
export function restrictToUser(query: AnalyticsQuery, user: User, spellings: Spellings): AnalyticsQuery {
  if (user.markets === null) return query;
  const condition = marketCondition(user.markets.flatMap(spellings));
  const { filter } = query.query;
  const narrowed: Filter = filter === null ? condition : { kind: "and", operands: [condition, filter] };
  return query.kind === "grouped"
    ? { ...query, query: { ...query.query, filter: narrowed } }
    : { ...query, query: { filter: narrowed } };
}

function marketCondition(values: readonly string[]): Filter {
  const [first = NOTHING, second, ...rest] = values.map(
    (value): Filter => ({ kind: "term", field: "customerMarket", operator: "eq", value }),
  );
  return second ? { kind: "or", operands: [first, second, ...rest] } : first;
}

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
