import type { ReactNode } from "react";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { joinedSource, QueryPanel, sourceOf } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import type { TrendAnswer } from "#queries/use-trend.ts";
import { compareMarkets } from "#referrals/market.ts";
import { type MarketCourses, marketTable } from "#referrals/market-table.ts";
import { trendOf } from "#referrals/trend.ts";
import { MarketsPicture } from "./markets-picture.tsx";
import { MarketsTable } from "./markets-table.tsx";

/** While the courses are on their way: no line, since a flat one would say that nothing came. */
const NO_COURSES: MarketCourses = { buckets: [], series: [], other: { total: 0, members: [], values: [] } };

export type MarketsPanelProps = {
  outcomeCounts: QueryState<OutcomeCountsResult>;
  trend: QueryState<TrendAnswer>;
};

/** The customer markets of the selection, the largest first. */
export function MarketsPanel({ outcomeCounts, trend }: MarketsPanelProps): ReactNode {
  const { words } = useI18n();
  const { scope, dataTime } = useView().basis;
  const { period, grain } = scope;
  const rankOf = useMarketRank();
  const courses =
    trend.kind === "success"
      ? trendOf({ rows: trend.value.rows, period, grain, dataTime, compareKeys: compareMarkets })
      : NO_COURSES;
  const table = mapData(outcomeCounts, ({ rows }) => {
    const ofMarkets = rows.map(({ keys, ...outcomeCount }) => ({ ...outcomeCount, market: keys[0] ?? null }));
    return marketTable(ofMarkets, courses);
  });
  return (
    <QueryPanel
      name="markets"
      title={words("markets.title")}
      subtitle={words("markets.subtitle")}
      state={trend.kind === "error" ? trend : table}
      figures={["market", "rank", "share", "acceptance", "win", "open", "interval"]}
      source={joinedSource(sourceOf(outcomeCounts), sourceOf(trend))}
      chart={(value) => (value.length === 0 ? <Empty /> : <MarketsPicture rows={value} rankOf={rankOf} />)}
      table={(value) => <MarketsTable rows={value} rankOf={rankOf} picture={null} />}
    />
  );
}
