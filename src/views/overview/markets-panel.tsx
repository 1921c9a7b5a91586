import { type ReactNode, useState } from "react";
import { useAbsentColumns } from "#dashboard/context/source-limits.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { marketColumns, marketTableModel } from "#dashboard/figures/market-columns.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { joinSources, sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import type { TrendResult } from "#queries/use-trend.ts";
import { compareMarkets } from "#referrals/market.ts";
import { type MarketRow, type MarketTrends, marketTable } from "#referrals/market-table.ts";
import { trendOf } from "#referrals/trend.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import type { TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { useMarketName } from "#ui/value.tsx";

/** While pending: no sparkline, because a flat one would look like zero. */
const NO_TRENDS: MarketTrends = { buckets: [], series: [], other: { total: 0, members: [], values: [] } };

/** Rows before "Show all". */
const FIRST_MARKETS = 8;

export type MarketsPanelProps = {
  outcomeCounts: QueryState<OutcomeCountsResult>;
  trend: QueryState<TrendResult>;
};

/** The customer markets, sortable; names are filter toggles. */
export function MarketsPanel({ outcomeCounts, trend }: MarketsPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { resolved, dataTime } = useView().viewData;
  const { period, grain } = resolved;
  const { keys, change } = useKeys(OVERVIEW_KEYS);
  const [showsAll, setShowsAll] = useState(false);
  const { ids: absent } = useAbsentColumns();
  const look = { nameOf: useMarketName(), rankOf: useMarketRank() };
  const trends =
    trend.kind === "success"
      ? trendOf({ rows: trend.value.rows, period, grain, dataTime, compareKeys: compareMarkets })
      : NO_TRENDS;
  const markets = mapData(outcomeCounts, ({ rows }) => {
    const ofMarkets = rows.map(({ keys: [market = null], ...outcomeCount }) => ({ ...outcomeCount, market }));
    return marketTable(ofMarkets, trends);
  });
  const model = (rows: readonly MarketRow[], picture: { barPx: number } | null): TableModel<MarketRow> => {
    const of = marketColumns(i18n, look, rows, picture);
    const all = [of.market, of.referrals, of.share, of.acceptance, of.win, of.open, ...of.trend];
    const columns = all.filter(({ id }) => !absent.has(id));
    const sort = { by: keys.sort, onSort: (by: typeof keys.sort) => change({ sort: by }) };
    return {
      ...marketTableModel(rows, columns, sort),
      caption: t("markets.title"),
      isCaptionHidden: true,
      className: "markets",
    };
  };
  return (
    <QueryPanel
      name="markets"
      title={t("markets.title")}
      subtitle={t("markets.subtitle")}
      state={trend.kind === "error" ? trend : markets}
      figures={["market", "rank", "share", "acceptance", "win", "open", "interval"]}
      source={joinSources([sourceOf(outcomeCounts), sourceOf(trend)])}
      chart={(rows) =>
        rows.length === 0 ? (
          <Empty />
        ) : (
          <>
            <ScrolledTable {...model(rows, { barPx: 96 })} limit={showsAll ? undefined : FIRST_MARKETS} />
            {rows.length > FIRST_MARKETS && (
              <button type="button" className="link panel__more" onClick={() => setShowsAll(!showsAll)}>
                {showsAll
                  ? t("markets.showTop", { count: FIRST_MARKETS })
                  : t("markets.showAll", { count: rows.length })}
              </button>
            )}
          </>
        )
      }
      tables={(rows) => [panelTable(model(rows, null))]}
    />
  );
}
