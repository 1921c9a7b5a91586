import { type AggregateQuery, type Cube, rowsOf, totalOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { ViewData } from "#dashboard/context/view-context.tsx";
import { comparisonQueriesOf } from "#dashboard/data/use-comparison.ts";
import type { CubeResult } from "#queries/cube-result.ts";
import { closingQueryFor } from "#queries/stages.ts";
import { laterQuery } from "#queries/standing-counts.ts";
import { outcomeCountsQuery } from "#queries/use-outcome-counts.ts";
import { provedQuery, undatedQuery } from "#queries/use-undated-counts.ts";

export type Fetch = (query: AggregateQuery) => Promise<CubeResult>;

const MARKET = ["customerMarket"] as const;

/**
 * Sends the queries of the changes at the key figures, one after the other where an answer decides the next; rendering
 * would ask for each only when all before it is drawn. A live source needs some records beside them. @throws AnalyticsError
 */
export async function fetchComparison(viewData: ViewData, fetch: Fetch): Promise<void> {
  const queries = comparisonQueriesOf(viewData, MARKET);
  if (queries === null) return;
  const { population, date, asOf, filters } = queries.before;
  const before = { ...queries.before, filters: { ...filters, outcomes: [] } };
  const [counts] = await Promise.all([
    fetchStages(outcomeCountsQuery(before), fetch),
    fetchStages(outcomeCountsQuery(queries.now), fetch),
    fetch(laterQuery(population, date, asOf)),
  ]);
  await fetchUndated(queries.before, counts.cube, fetch);
}

/** A query by status, and the closing dates of ambiguous ones. @throws AnalyticsError */
export async function fetchStages(query: AggregateQuery, fetch: Fetch): Promise<CubeResult> {
  const result = await fetch(query);
  const closing = query.groupBy.includes("status") ? closingQueryFor(result.cube) : null;
  if (closing) await fetch(closing);
  return result;
}

type Before = Parameters<typeof outcomeCountsQuery>[0];

async function fetchUndated({ population, fields }: Before, counts: Cube, fetch: Fetch): Promise<void> {
  const statuses = rowsOf(rollUp(counts, [{ field: "status" }])).map(({ keys: [status = null] }) => status);
  const proved = provedQuery(population, statuses);
  if (proved === null) return;
  const { cube } = await fetch(proved);
  if (totalOf(cube) < totalOf(counts)) await fetchStages(undatedQuery(proved.filter, fields), fetch);
}
