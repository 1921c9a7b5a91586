import { isDateField } from "./fields.ts";
import { printFilter } from "./filter-print.ts";
import type { AnalyticsQuery } from "./query.ts";

/** Rows that the service sends when nobody says how many, and the most that it sends at once. */
export const MAX_TOP = 10_000;
/** The largest 32-bit number, so that every engine can hold it. */
export const MAX_SKIP = 2_147_483_647;

function groupParameters(query: AnalyticsQuery): Record<string, string> {
  if (query.kind === "records") return {};
  const { groupBy, level } = query.query;
  const groupby = groupBy.join(",");
  return groupBy.some(isDateField) ? { groupby, aggregationLevel: level } : { groupby };
}

/**
 * Prints a query as the encoded query string of its address, without the query mark; what equals the default
 * (no filter, `top` 10,000, `skip` 0) is left out. Equal queries print equally. `readQuery` reads it back.
 */
export function printQuery(query: AnalyticsQuery): string {
  const { filter } = query.query;
  const { top, skip } = query.page;
  const parameters = new URLSearchParams({
    ...(filter === null ? {} : { filter: printFilter(filter) }),
    ...groupParameters(query),
    ...(top === MAX_TOP ? {} : { top: String(top) }),
    ...(skip === 0 ? {} : { skip: String(skip) }),
  });
  // A plus sign means a blank in forms only; %20 means one everywhere. A plus in a value is %2B by now.
  return parameters.toString().replaceAll("+", "%20").replaceAll("%2C", ",");
}
