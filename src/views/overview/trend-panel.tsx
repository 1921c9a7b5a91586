import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { AskedPanel, sourceOf } from "#dashboard/panel/asked-panel.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { type Asked, mapAsked } from "#queries/asked.ts";
import type { TrendAnswer } from "#queries/use-trend.ts";
import { trendOf } from "#referrals/trend.ts";
import { TrendPicture } from "./trend-picture.tsx";
import { TrendTable } from "./trend-table.tsx";

export type TrendPanelProps = {
  asked: Asked<TrendAnswer>;
  /** The selection has no referrals. */
  isEmpty: boolean;
};

/** The referrals of the selection over time. */
export function TrendPanel({ asked, isEmpty }: TrendPanelProps): ReactNode {
  const { words } = useI18n();
  const { basis, selection } = useView();
  const { scope, dataTime } = basis;
  const { period, grain } = scope;
  const look = useSeriesLook(selection.by, useMarketRank());
  const compareKeys = look.compare;
  const by = words(`by.${selection.by}`);
  return (
    <AskedPanel
      name="trend"
      title={words("trend.title")}
      subtitle={words(`trend.subtitle.${grain}`, { by, basis: words(`basis.${scope.basis}.did`) })}
      asked={mapAsked(asked, ({ rows }) => trendOf({ rows, period, grain, dataTime, compareKeys }))}
      figures={["trend", "unfinished", "other"]}
      source={sourceOf(asked)}
      chart={(value) => (isEmpty ? <Empty /> : <TrendPicture trend={value} grain={grain} look={look} />)}
      table={(value) => <TrendTable trend={value} grain={grain} look={look} />}
    />
  );
}
