import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Completeness } from "#aggregates/reconcile.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import { type Asked, mapAsked, newOf } from "#queries/asked.ts";
import { leastCertain } from "#queries/completeness.ts";
import type { DataPlane } from "#queries/data-plane.ts";
import { type Extent, extentOf } from "#queries/extent.ts";
import { journeyRows } from "#queries/journey-rows.ts";
import { EXTENT_QUESTION, periodFilter, stagesQuestion } from "#queries/questions.ts";
import type { StagesAnswer } from "#queries/stages.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { useStages } from "#queries/use-stages.ts";
import { type TrendAnswer, useTrend } from "#queries/use-trend.ts";
import { useWide } from "#queries/use-wide.ts";
import { type Breakdown, FIELD_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import type { MarketJourney } from "#referrals/market-table.ts";
import type { Selection } from "#selection/selection.ts";
import { type Scope, scopeOf } from "./overview-view-model.ts";

/** What the whole Overview waits for: what the data holds, and with it the selection without gaps. */
export type OverviewBasis = { extent: Extent; scope: Scope; dataTime: number };

export function useOverviewBasis(plane: DataPlane, selection: Selection): Asked<OverviewBasis> {
  const asked = useGrouped(plane, EXTENT_QUESTION);
  const answer = asked.kind === "here" ? asked.value : null;
  const extent = useMemo(() => answer && extentOf(answer.cube), [answer]);
  if (asked.kind !== "here" || extent === null) return asked.kind === "failed" ? asked : { kind: "waiting" };
  return mapAsked(asked, ({ time }) => ({
    extent,
    scope: scopeOf(selection, extent.months?.last ?? null, dayOfInstant(time)),
    dataTime: time,
  }));
}

export type OverviewAnswers = {
  journeys: Asked<readonly MarketJourney[]>;
  trend: Asked<TrendAnswer>;
  /** By customer market, whatever the trend is split by. */
  marketTrend: Asked<TrendAnswer>;
  /** Null while something is still on its way. */
  completeness: Completeness | null;
  /** Why old figures stand where new ones were asked for. */
  trouble: Error | null;
  isUpdating: boolean;
  refresh: () => void;
};

/** Asks what the panels show of a period. While a new answer is on its way the one before stays. */
export function useOverviewAnswers(plane: DataPlane, scope: Scope, breakdown: Breakdown): OverviewAnswers {
  const queries = useQueryClient();
  const { period, grain, markets } = scope;
  const filter = periodFilter("createdDate", period);
  const stages = useStages(plane, stagesQuestion(filter, ["customerMarket"]));
  const by = breakdown === "outcome" ? breakdown : FIELD_OF_BREAKDOWN[breakdown];
  const trend = useTrend(plane, { filter, by, grain, markets });
  const marketTrend = useTrend(plane, { filter, by: "customerMarket", grain, markets });
  useWide(plane, period, newOf(stages) !== null && newOf(trend) !== null);
  const settled = newOf(stages);
  const journeys = useMemo(() => settled && journeyRows(settled), [settled]);
  return {
    journeys: mapAsked(stages, (answer) => (answer === settled && journeys) || journeyRows(answer)),
    trend,
    marketTrend,
    completeness: completenessOf(newOf(stages), [newOf(trend), newOf(marketTrend)]),
    trouble: troubleOf([stages, trend, marketTrend]),
    isUpdating: useIsFetching({ predicate: ({ meta }) => meta?.isQuiet !== true }) > 0,
    refresh: () => void queries.invalidateQueries(),
  };
}

function completenessOf(
  stages: StagesAnswer | null,
  trends: readonly (TrendAnswer | null)[],
): Completeness | null {
  if (stages === null || trends.includes(null)) return null;
  const answers = [stages.stages, stages.closing].flatMap((answer) => answer?.completeness ?? []);
  return leastCertain([...answers, ...trends.flatMap((trend) => trend?.completeness ?? [])]);
}

function troubleOf(asked: readonly Asked<unknown>[]): Error | null {
  return asked.map((one) => (one.kind === "here" ? one.trouble : null)).find((one) => one !== null) ?? null;
}
