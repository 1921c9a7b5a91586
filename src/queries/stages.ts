import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { needsClosingDates } from "#referrals/outcome.ts";
import type { CubeResult } from "./cube-result.ts";
import { closingDatesQuery } from "./query-builders.ts";

/** What decides outcome and stages: by status, and by closing dates where the status does not tell. */
export type StagesResult = { stages: CubeResult; closing: CubeResult | null };

/** The query for closing dates that a stages answer leaves open; null where every status tells. */
export function closingQueryFor(stages: Cube): AggregateQuery | null {
  const statuses = stages.columns.find(({ field }) => field === "status")?.values ?? [];
  const unclear = statuses.filter(needsClosingDates);
  // The order of a dictionary is chance; the same query must be printed in the same way.
  const sorted = unclear.sort((a, b) => (String(a) < String(b) ? -1 : 1));
  return unclear.length === 0 ? null : closingDatesQuery(stages.query, sorted);
}
