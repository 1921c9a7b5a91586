import type { QueryClient } from "@tanstack/react-query";
import type { AppConfig } from "#config/app-config.ts";
import type { AggregateQuery } from "#cube/cube.ts";
import { viewDataFrom } from "#dashboard/context/use-view-data.ts";
import type { ViewData } from "#dashboard/context/view-context.tsx";
import { overdueQueriesOf } from "#dashboard/data/use-overdue-outcomes.ts";
import { heldBack } from "#dashboard/frame/view-frame.tsx";
import { inTime } from "#lib/in-time.ts";
import type { CubeResult } from "#queries/cube-result.ts";
import type { DataClient } from "#queries/data-client.ts";
import { DATASET_SUMMARY_QUERY } from "#queries/query-builders.ts";
import { closingQueryFor } from "#queries/stages.ts";
import { groupedOptions } from "#queries/use-grouped.ts";
import { outcomeCountsQuery } from "#queries/use-outcome-counts.ts";
import { trendQueries } from "#queries/use-trend.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { printDealValues } from "#selection/deal-values.ts";
import { savedViews } from "#selection/saved-views.ts";
import { readSelection, type Selection } from "#selection/selection.ts";
import { viewAt } from "#selection/view-address.ts";
import { headlineQueriesOf } from "#views/overview/headline-model.ts";

/** The controls are there meanwhile. A result that takes longer is worth a picture of its own (ms). */
const HELD_MS = 600;

/**
 * Sends the queries of the first view, without waiting for React to render what asks for them; the results lie in the
 * cache then. `isHeld` holds the figures back for a moment. Never rejects: whoever shows a result shows its error.
 */
export async function startFirstQueries(
  queryClient: QueryClient,
  dataClient: DataClient,
  config: AppConfig,
  isHeld: boolean,
): Promise<void> {
  const { selection } = readSelection(location.search);
  const fetch = (query: AggregateQuery) => queryClient.fetchQuery(groupedOptions(dataClient, query));
  try {
    const summary = await fetch(DATASET_SUMMARY_QUERY);
    if (!isPredictable(selection, config)) return;
    if (isHeld) heldBack.set(true);
    const viewData = viewDataFrom(summary, selection, config.data);
    await inTime(
      Promise.all(queriesOf(viewData, selection).map((query) => withClosing(query, fetch))),
      HELD_MS,
    );
  } catch {
    // Too late, or failed: both show where the result belongs.
  } finally {
    if (isHeld) heldBack.set(false);
  }
}

async function withClosing(
  query: AggregateQuery,
  fetch: (query: AggregateQuery) => Promise<CubeResult>,
): Promise<void> {
  const { cube } = await fetch(query);
  const closing = query.groupBy.includes("status") ? closingQueryFor(cube) : null;
  if (closing) await fetch(closing);
}

/** Whether the first view asks what is asked here: not where other data, another page or other filters come first. */
function isPredictable(selection: Selection, { data }: AppConfig): boolean {
  const opensOther =
    location.pathname === "/" && location.search === "" && savedViews.get().some((one) => one.isDefault);
  return (
    selection.audience !== "safe" &&
    printDealValues(selection.deal) === "" &&
    data.kind !== "file-after-sign-in" &&
    !opensOther
  );
}

const MARKET = ["customerMarket"] as const;

/** What the view at the page's address needs first, in order of importance. */
function queriesOf(viewData: ViewData, selection: Selection): AggregateQuery[] {
  const { population, filters, date, grain } = viewData.resolved;
  const view = viewAt(location.pathname);
  if (view === null) return [];
  const counts = outcomeCountsQuery({ population, filters, fields: MARKET });
  if (view !== "overview") return [counts];
  const trend = trendQueries({ population, date, grain, filters, by: DIMENSIONS[selection.by].filter });
  const headline = headlineQueriesOf(viewData, selection);
  const overdue = overdueQueriesOf(viewData);
  const others = [headline?.now, headline?.before, overdue.before, overdue.onDay];
  return [
    counts,
    ...[trend.ofFilters, trend.ofStages].filter((query) => query !== null),
    ...others.flatMap((query) => (query ? [outcomeCountsQuery(query)] : [])),
  ];
}
