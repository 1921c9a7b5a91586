import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { dayOfInstant } from "#lib/calendar.ts";
import type { AnalyticsClient } from "#partner-center/client.ts";
import { groupedOptions, type StagesResult, stagesOptions, totalOptions } from "#queries/analytics.ts";
import { type Asked, askedOf, mapAsked } from "#queries/asked.ts";
import { type Extent, extentOf } from "#queries/extent.ts";
import { journeyRows } from "#queries/journey-rows.ts";
import { EXTENT_QUESTION, periodFilter, trendQuestion } from "#queries/questions.ts";
import { trendRows } from "#queries/trend-rows.ts";
import { wireLevel } from "#referrals/grain.ts";
import type { MarketJourney } from "#referrals/market-table.ts";
import type { TrendRow } from "#referrals/trend.ts";
import type { Selection } from "#selection/selection.ts";
import { type Scope, scopeOf } from "./overview-view-model.ts";

/** What the whole Overview waits for: what the data holds, and with it the selection without gaps. */
export type OverviewBasis = { extent: Extent; scope: Scope; dataTime: number };

export function useOverviewBasis(client: AnalyticsClient, selection: Selection): Asked<OverviewBasis> {
  const query = useQuery({ ...groupedOptions(client, EXTENT_QUESTION) });
  return mapAsked(askedOf(query), (result) => {
    const extent = extentOf(result);
    const dataTime = result.serverTime ?? query.dataUpdatedAt;
    const scope = scopeOf(selection, extent.months?.last ?? null, dayOfInstant(dataTime));
    return { extent, scope, dataTime };
  });
}

export type OverviewAnswers = {
  journeys: Asked<readonly MarketJourney[]>;
  trend: Asked<readonly TrendRow[]>;
  /** How many referrals the period holds; null when the service does not tell. */
  total: Asked<number | null>;
  isUpdating: boolean;
  refresh: () => void;
};

/** Asks what the panels show of a period. While a new answer is on its way the one before stays. */
export function useOverviewAnswers(client: AnalyticsClient, scope: Scope): OverviewAnswers {
  const queries = useQueryClient();
  const filter = periodFilter("createdDate", scope.period);
  const stages = useQuery({ ...stagesOptions(client, queries, filter), placeholderData: keepPreviousData });
  const trend = useQuery({
    ...groupedOptions(client, trendQuestion(filter, wireLevel(scope.grain))),
    placeholderData: keepPreviousData,
  });
  const total = useQuery({ ...totalOptions(client, filter), placeholderData: keepPreviousData });
  return {
    journeys: mapAsked(askedOf<StagesResult>(stages), journeyRows),
    trend: mapAsked(askedOf(trend), trendRows),
    total: mapAsked(askedOf(total), (answer) => answer.totalCount),
    isUpdating: stages.isFetching || trend.isFetching || total.isFetching,
    refresh: () => void queries.invalidateQueries(),
  };
}
