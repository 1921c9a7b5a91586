import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel, sourceOf } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import type { TrendResult } from "#queries/use-trend.ts";
import { trendOf } from "#referrals/trend.ts";
import { panelTable } from "#table/panel-table.tsx";
import { TrendPicture } from "./trend-picture.tsx";
import { trendTable } from "./trend-table.ts";

export type TrendPanelProps = {
  state: QueryState<TrendResult>;
  /** The selection has no referrals. */
  isEmpty: boolean;
};

/** The referrals of the selection over time. */
export function TrendPanel({ state, isEmpty }: TrendPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
  const { period, grain } = resolved;
  const look = useSeriesLook(selection.by, useMarketRank());
  const compareKeys = look.compare;
  const by = t(`by.${selection.by}`);
  return (
    <QueryPanel
      name="trend"
      title={t("trend.title")}
      subtitle={t(`trend.subtitle.${grain}`, { by, basis: t(`basis.${resolved.basis}.did`) })}
      state={mapData(state, ({ rows }) => trendOf({ rows, period, grain, dataTime, compareKeys }))}
      figures={["trend", "unfinished", "other"]}
      source={sourceOf(state)}
      chart={(value) => (isEmpty ? <Empty /> : <TrendPicture trend={value} grain={grain} look={look} />)}
      tables={(value) => [panelTable(trendTable({ trend: value, grain, look }, selection.by, i18n))]}
    />
  );
}
