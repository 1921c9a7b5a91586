import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel, sourceOf } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { TrendAnswer } from "#queries/use-trend.ts";
import { trendOf } from "#referrals/trend.ts";
import { TrendPicture } from "./trend-picture.tsx";
import { TrendTable } from "./trend-table.tsx";

export type TrendPanelProps = {
  state: QueryState<TrendAnswer>;
  /** The selection has no referrals. */
  isEmpty: boolean;
};

/** The referrals of the selection over time. */
export function TrendPanel({ state, isEmpty }: TrendPanelProps): ReactNode {
  const { words } = useI18n();
  const { basis, selection } = useView();
  const { scope, dataTime } = basis;
  const { period, grain } = scope;
  const look = useSeriesLook(selection.by, useMarketRank());
  const compareKeys = look.compare;
  const by = words(`by.${selection.by}`);
  return (
    <QueryPanel
      name="trend"
      title={words("trend.title")}
      subtitle={words(`trend.subtitle.${grain}`, { by, basis: words(`basis.${scope.basis}.did`) })}
      state={mapData(state, ({ rows }) => trendOf({ rows, period, grain, dataTime, compareKeys }))}
      figures={["trend", "unfinished", "other"]}
      source={sourceOf(state)}
      chart={(value) => (isEmpty ? <Empty /> : <TrendPicture trend={value} grain={grain} look={look} />)}
      table={(value) => <TrendTable trend={value} grain={grain} look={look} />}
    />
  );
}
