import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Asked, mapAsked } from "#queries/asked.ts";
import { type JourneysAnswer, useJourneys } from "#queries/use-journeys.ts";
import { type TrendAnswer, useTrend } from "#queries/use-trend.ts";
import { TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";
import { compareMarkets } from "#referrals/market.ts";
import { type MarketRow, marketTable } from "#referrals/market-table.ts";
import { type Trend, type TrendRow, trendOf } from "#referrals/trend.ts";
import type { AskedSource } from "../common/asked-panel.tsx";
import { useView } from "../common/view-context.tsx";

const MARKET = ["customerMarket"] as const;

export type Overview = {
  funnel: Asked<Funnel>;
  trend: Asked<Trend>;
  markets: Asked<MarketRow[]>;
  sources: Record<"funnel" | "trend" | "markets", AskedSource | null>;
  /** Why old figures stand where new ones were asked for. */
  trouble: Error | null;
  refresh: () => void;
};

/** Asks what the panels show. Ties between series by `compareKeys`. */
export function useOverview(compareKeys: (a: string, b: string) => number): Overview {
  const queries = useQueryClient();
  const { plane, basis, selection } = useView();
  const { scope, dataTime } = basis;
  const { filter, date, grain, period, terms } = scope;
  const journeys = useJourneys(
    plane,
    useMemo(() => ({ filter, terms, fields: MARKET }), [filter, terms]),
  );
  const by = TERM_OF_BREAKDOWN[selection.by];
  const trend = useTrend(
    plane,
    useMemo(() => ({ filter, date, by, grain, terms }), [filter, date, by, grain, terms]),
  );
  const marketTrend = useTrend(
    plane,
    useMemo(() => ({ filter, date, by: "markets" as const, grain, terms }), [filter, date, grain, terms]),
  );
  const overTime = (rows: readonly TrendRow[], compare = compareKeys) =>
    trendOf({ rows, period, grain, dataTime, compareKeys: compare });
  return {
    funnel: mapAsked(journeys, ({ rows }) => funnelOf(rows)),
    trend: mapAsked(trend, ({ rows }) => overTime(rows)),
    markets: mapAsked(journeys, ({ rows }) => {
      const courses = marketTrend.kind === "here" ? marketTrend.value.rows : [];
      const ofMarkets = rows.map(({ keys, ...journey }) => ({ ...journey, market: keys[0] ?? null }));
      return marketTable(ofMarkets, overTime(courses, compareMarkets));
    }),
    sources: {
      funnel: sourceOf(journeys),
      trend: sourceOf(trend),
      markets: joined(sourceOf(journeys), sourceOf(marketTrend)),
    },
    trouble: troubleOf([journeys, trend, marketTrend]),
    refresh: () => void queries.invalidateQueries(),
  };
}

function sourceOf(asked: Asked<JourneysAnswer | TrendAnswer>): AskedSource | null {
  return asked.kind === "here" ? asked.value : null;
}

function joined(a: AskedSource | null, b: AskedSource | null): AskedSource | null {
  if (a === null || b === null) return a ?? b;
  return {
    questions: [...a.questions, ...b.questions],
    completeness: [...a.completeness, ...b.completeness],
  };
}

function troubleOf(asked: readonly Asked<unknown>[]): Error | null {
  return asked.map((one) => (one.kind === "here" ? one.trouble : null)).find((one) => one !== null) ?? null;
}
