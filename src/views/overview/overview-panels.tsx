import { type ReactNode, useState } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { type Asked, mapAsked } from "#queries/asked.ts";
import type { DataPlane } from "#queries/data-plane.ts";
import { compareMarkets } from "#referrals/market.ts";
import { type MarketRow, marketTable } from "#referrals/market-table.ts";
import type { Selection } from "#selection/selection.ts";
import { AskedFailure } from "./asked-failure.tsx";
import { AskedPanel } from "./asked-panel.tsx";
import { Empty } from "./empty.tsx";
import { FunnelChart, FunnelTable } from "./funnel-chart.tsx";
import { KeyFigures, KeyFiguresTable } from "./key-figures.tsx";
import { MarketsTable } from "./markets-panel.tsx";
import {
  funnelOfMarkets,
  journeysOfMarkets,
  keyFiguresOf,
  totalCounted,
  trendIn,
} from "./overview-view-model.ts";
import { useSeriesLook } from "./series-look.ts";
import { TrendPicture, TrendTable } from "./trend-panel.tsx";
import { TrustLine } from "./trust-line.tsx";
import { type OverviewAnswers, type OverviewBasis, useOverviewAnswers } from "./use-overview.ts";

export type OverviewPanelsProps = {
  plane: DataPlane;
  config: AppConfig;
  basis: OverviewBasis;
  selection: Selection;
  onChange: (part: Partial<Selection>) => void;
};

/** The panels of the Overview for one selection. */
export function OverviewPanels({
  plane,
  config,
  basis,
  selection,
  onChange,
}: OverviewPanelsProps): ReactNode {
  const { words, formats } = useI18n();
  const { scope, extent, dataTime } = basis;
  const rankOf = (market: string) => extent.markets.findIndex(({ code }) => code === market);
  const look = useSeriesLook(selection.by, rankOf);
  const answers = useOverviewAnswers(plane, scope, selection.by);
  const funnel = mapAsked(answers.journeys, (journeys) => funnelOfMarkets(journeys, scope.markets));
  const trend = mapAsked(answers.trend, ({ rows }) => trendIn(scope, rows, dataTime, look.compare));
  const rows = marketRows(answers, basis);
  const figures = mapAsked(funnel, keyFiguresOf);
  const asTable = selection.as === "table";
  const period = formats.period(scope.period.from, scope.period.to);
  const nothing = funnel.kind === "here" && funnel.value.created === 0 && (
    <Empty extent={extent} scope={scope} hasOthers={sumOf(answers.journeys) !== 0} onChange={onChange} />
  );

  return (
    <>
      <Trust answers={answers} basis={basis} config={config} />
      {answers.trouble && (
        <AskedFailure failed={{ error: answers.trouble, retry: answers.refresh }} keepsOld />
      )}
      <AskedPanel
        title={words("key.title")}
        bare
        asTable={asTable}
        asked={figures}
        chart={(value) => <KeyFigures figures={value} />}
        table={(value) => <KeyFiguresTable figures={value} />}
      />
      <div className="overview__pair">
        <AskedPanel
          title={words("funnel.title")}
          subtitle={words("funnel.subtitle", { period })}
          asTable={asTable}
          asked={funnel}
          chart={(value) => nothing || <FunnelChart funnel={value} />}
          table={(value) => <FunnelTable funnel={value} />}
        />
        <AskedPanel
          title={words("trend.title")}
          subtitle={words(`trend.subtitle.${scope.grain}`, { by: words(`by.${selection.by}`) })}
          asTable={asTable}
          asked={trend}
          chart={(value) => nothing || <TrendPicture trend={value} grain={scope.grain} look={look} />}
          table={(value) => <TrendTable trend={value} grain={scope.grain} look={look} />}
        />
      </div>
      <AskedPanel
        title={words("markets.title")}
        subtitle={words("markets.subtitle")}
        asTable={asTable}
        asked={rows}
        chart={(value) =>
          nothing || (
            <MarketsPicture rows={value} rankOf={rankOf} chosen={selection.markets} onChange={onChange} />
          )
        }
        table={(value) => (
          <MarketsTable
            rows={value}
            rankOf={rankOf}
            chosen={selection.markets}
            picture={null}
            onChoose={() => {}}
          />
        )}
      />
    </>
  );
}

/** The rows of the Markets table; their sparklines show finished buckets only, and are flat without the trend. */
function marketRows(answers: OverviewAnswers, { scope, dataTime }: OverviewBasis): Asked<MarketRow[]> {
  const trendRows = answers.marketTrend.kind === "here" ? answers.marketTrend.value.rows : [];
  const trend = trendIn(scope, trendRows, dataTime, compareMarkets);
  return mapAsked(answers.journeys, (journeys) =>
    marketTable(journeysOfMarkets(journeys, scope.markets), trend).map((row) => ({
      ...row,
      sparkline: row.sparkline.filter((_, at) => trend.buckets[at]?.unfinished === null),
    })),
  );
}

function sumOf(asked: Asked<readonly { count: number }[]>): number | null {
  return asked.kind === "here" && !asked.isOld ? totalCounted(asked.value) : null;
}

type TrustProps = { answers: OverviewAnswers; basis: OverviewBasis; config: AppConfig };

function Trust({ answers, basis, config }: TrustProps): ReactNode {
  const { scope, extent, dataTime } = basis;
  const { journeys, completeness } = answers;
  const shown =
    journeys.kind === "here" ? totalCounted(journeysOfMarkets(journeys.value, scope.markets)) : null;
  return (
    <TrustLine
      completeness={completeness}
      count={shown}
      outOf={scope.markets.length > 0 ? sumOf(journeys) : null}
      dataTime={dataTime}
      undated={extent.undated}
      data={config.data}
      isRenewed={answers.trouble === null}
      isUpdating={answers.isUpdating}
      onRefresh={answers.refresh}
    />
  );
}

/** Markets shown before "Show all". */
const FIRST_MARKETS = 8;

type MarketsPictureProps = {
  rows: readonly MarketRow[];
  rankOf: (market: string) => number;
  chosen: readonly string[];
  onChange: (part: Partial<Selection>) => void;
};

function MarketsPicture({ rows, rankOf, chosen, onChange }: MarketsPictureProps): ReactNode {
  const { words } = useI18n();
  const [showsAll, setShowsAll] = useState(false);
  const choose = (market: string) =>
    onChange({ markets: chosen.length === 1 && chosen[0] === market ? [] : [market] });
  return (
    <>
      <div className="table-scroll">
        <MarketsTable
          rows={rows}
          rankOf={rankOf}
          chosen={chosen}
          picture={{ rows: showsAll ? rows.length : FIRST_MARKETS }}
          onChoose={choose}
        />
      </div>
      {rows.length > FIRST_MARKETS && (
        <button type="button" className="link panel__more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll
            ? words("markets.showTop", { count: FIRST_MARKETS })
            : words("markets.showAll", { count: rows.length })}
        </button>
      )}
    </>
  );
}
