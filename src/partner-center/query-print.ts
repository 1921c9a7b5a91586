import { isDateField } from "./fields.ts";
import { printFilter } from "./filter-print.ts";
import type { AnalyticsQuery } from "./query.ts";

/** The service's default and maximum page size. */
export const MAX_TOP = 10_000;
/** The largest signed 32-bit integer, which every backend can store. */
export const MAX_SKIP = 2_147_483_647;

function groupParameters(query: AnalyticsQuery): Record<string, string> {
  if (query.kind === "records") return {};
  const { groupBy, level } = query.query;
  const groupby = groupBy.join(",");
  return groupBy.some(isDateField) ? { groupby, aggregationLevel: level } : { groupby };
}

/**
 * Prints a query as an encoded query string without "?", leaving out defaults (no filter, `top` 10,000, `skip` 0).
 * Equal queries print equally. `readQuery` parses it.
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
  // "+" means a space only in forms, "%20" everywhere. Literal plus signs are "%2B" at this point.
  return parameters.toString().replaceAll("+", "%20").replaceAll("%2C", ",");
}
