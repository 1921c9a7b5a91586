import type { QueryClient } from "@tanstack/react-query";
import type { AppConfig } from "#config/app-config.ts";
import type { AggregateQuery } from "#cube/cube.ts";
import { sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { viewDataFrom } from "#dashboard/context/use-view-data.ts";
import type { ViewData } from "#dashboard/context/view-context.tsx";
import { overdueQueriesOf } from "#dashboard/data/use-overdue-outcomes.ts";
import { heldBack } from "#dashboard/frame/view-frame.tsx";
import { inTime } from "#lib/in-time.ts";
import type { DataClient } from "#queries/data-client.ts";
import { DATASET_SUMMARY_QUERY } from "#queries/query-builders.ts";
import { groupedOptions } from "#queries/use-grouped.ts";
import { outcomeCountsQuery } from "#queries/use-outcome-counts.ts";
import { trendQueries } from "#queries/use-trend.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { printDealValues } from "#selection/deal-values.ts";
import { savedViews } from "#selection/saved-views.ts";
import { readSelection, type Selection } from "#selection/selection.ts";
import { viewAt } from "#selection/view-address.ts";
import { isPictureLikely } from "#ui/slot.ts";
import { headlineQueriesOf } from "#views/overview/headline-model.ts";
import { expectedViewData, noteMonths } from "./expected-view-data.ts";
import { fetchComparison, fetchStages } from "./first-comparison.ts";

/** The controls are there meanwhile. A result that takes longer is worth a picture of its own (ms). */
const HELD_MS = 600;

/**
 * Behind the picture of the last visit nobody waits for a part, and all that it shows is drawn soonest at once: a result
 * that arrives meanwhile makes React render what it has so far again, in one task.
 */
const HELD_BEHIND_PICTURE_MS = 2000;

/**
 * Sends the queries of the first view, without waiting for React to render what asks for them; the results lie in the
 * cache then. What the last visit saw tells most of them before the data set is known. `isHeld` holds the figures back
 * for a moment. Never rejects: whoever shows a result shows its error.
 */
export async function startFirstQueries(
  queryClient: QueryClient,
  dataClient: DataClient,
  config: AppConfig,
  isHeld: boolean,
): Promise<void> {
  const { selection } = readSelection(location.search);
  const isPredicted = isPredictable(selection, config);
  const fetch = (query: AggregateQuery) => queryClient.fetchQuery(groupedOptions(dataClient, query));
  const send = (viewData: ViewData, isTimeKnown: boolean) => {
    const queries = queriesOf(viewData, selection, isTimeKnown);
    const hasChanges = isPictureLikely() && viewAt(location.pathname) === "overview";
    return Promise.all([
      ...queries.map((query) => fetchStages(query, fetch)),
      ...(hasChanges ? [fetchComparison(viewData, fetch)] : []),
    ]);
  };
  try {
    const asked = fetch(DATASET_SUMMARY_QUERY);
    const expected = isPredicted && isHeld ? expectedViewData(selection, config) : null;
    // An error shows where the result belongs.
    if (expected) send(expected, sourceFactsOf(config.data) !== null).catch(() => undefined);
    const summary = await asked;
    if (!isPredicted) return;
    if (isHeld) heldBack.set(true);
    const viewData = viewDataFrom(summary, selection, config.data);
    if (isHeld) noteMonths(viewData);
    await inTime(send(viewData, true), isPictureLikely() ? HELD_BEHIND_PICTURE_MS : HELD_MS);
  } catch {
    // Too late, or failed: both show where the result belongs.
  } finally {
    if (isHeld) heldBack.set(false);
  }
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

/** What the view at the page's address needs first, in order of importance; what depends on the hour only at a known time. */
function queriesOf(viewData: ViewData, selection: Selection, isTimeKnown: boolean): AggregateQuery[] {
  const { population, filters, date, grain } = viewData.resolved;
  const view = viewAt(location.pathname);
  if (view === null) return [];
  const counts = outcomeCountsQuery({ population, filters, fields: MARKET });
  if (view !== "overview") return [counts];
  const trend = trendQueries({ population, date, grain, filters, by: DIMENSIONS[selection.by].filter });
  // Without months it is unknown whether the month before has data.
  const headline = viewData.dataset.months && headlineQueriesOf(viewData, selection);
  const overdue = overdueQueriesOf(viewData);
  const others = [headline?.now, headline?.before, overdue.before, isTimeKnown ? overdue.onDay : null];
  return [
    counts,
    ...[trend.ofFilters, trend.ofStages].filter((query) => query !== null),
    ...others.flatMap((query) => (query ? [outcomeCountsQuery(query)] : [])),
  ];
}
