import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { needsClosingDates } from "#referrals/outcome.ts";
import type { CubeResult } from "./cube-result.ts";
import { closingDatesQuery } from "./query-builders.ts";

/** What decides outcome and stages: statuses, and closing dates where the status is ambiguous. */
export type StagesResult = { stages: CubeResult; closing: CubeResult | null };

/** The query for the closing dates of ambiguous statuses; null where every status is clear. */
export function closingQueryFor(stages: Cube): AggregateQuery | null {
  const statuses = stages.columns.find(({ field }) => field === "status")?.values ?? [];
  const unclear = statuses.filter(needsClosingDates);
  // Sorted, because dictionary order is arbitrary and equal queries must print equally.
  const sorted = unclear.sort((a, b) => (String(a) < String(b) ? -1 : 1));
  return unclear.length === 0 ? null : closingDatesQuery(stages.query, sorted);
}
