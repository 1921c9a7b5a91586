import type { Filter } from "#partner-center/filter.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import type { User } from "./user.ts";

/** The spellings of a market code in the stored referrals, for example `DE`, `de` and ` De `. */
export type Spellings = (market: string) => readonly string[];

/** Holds for no referral, whatever is stored. */
const NOTHING: Filter = {
  kind: "and",
  operands: [
    { kind: "term", field: "id", operator: "eq", value: null },
    { kind: "term", field: "id", operator: "ne", value: null },
  ],
};

/**
 * The query that a user may ask: with `user.markets`, the condition that the customer market is one of these stands
 * before the filter, whatever that says. Stored texts are unchanged and the grammar knows no case, so the condition
 * names every stored spelling of a market; a market is its code trimmed and upper-cased, as it is counted everywhere.
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
