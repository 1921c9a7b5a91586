import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { mapAsked } from "#queries/asked.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { AskedFailure } from "../common/asked-failure.tsx";
import { AskedPanel } from "../common/asked-panel.tsx";
import { ComparisonNote } from "../common/change.tsx";
import { Empty } from "../common/empty.tsx";
import { FunnelTable } from "../common/funnel-table.tsx";
import { useSeriesLook } from "../common/series-look.ts";
import { type Compared, useComparison } from "../common/use-comparison.ts";
import { useMarketRank, useView } from "../common/view-context.tsx";
import { FunnelChart } from "./funnel-chart.tsx";
import { Headline } from "./headline.tsx";
import { KeyFigures, KeyFiguresTable } from "./key-figures.tsx";
import { MarketsTable } from "./markets-panel.tsx";
import { MarketsPicture } from "./markets-picture.tsx";
import { type ComparedFunnels, keyFiguresOf } from "./overview-view-model.ts";
import { TrendPicture, TrendTable } from "./trend-panel.tsx";
import { useOverdue } from "./use-overdue.ts";
import { useOverview } from "./use-overview.ts";

const NO_FIELDS = [] as const;

/** The first page: what became of the referrals of a period, at a glance. */
export function OverviewView(): ReactNode {
  const { words, formats } = useI18n();
  const { basis, selection } = useView();
  const { scope } = basis;
  const rankOf = useMarketRank();
  const look = useSeriesLook(selection.by, rankOf);
  const { funnel, trend, markets, sources, trouble, refresh } = useOverview(look.compare);
  const compared = useComparison(NO_FIELDS);
  const overdue = useOverdue();
  const funnels = compared.kind === "compared" ? comparedFunnels(compared) : null;
  const period = formats.period(scope.period.from, scope.period.to);
  const nothing = funnel.kind === "here" && funnel.value.created === 0 && <Empty />;
  const by = words(`by.${selection.by}`);
  const grain = words(`trend.subtitle.${scope.grain}`, { by, basis: words(`basis.${scope.basis}.did`) });

  return (
    <>
      {trouble && <AskedFailure failed={{ error: trouble, retry: refresh }} keepsOld />}
      <Headline overdue={overdue} />
      <AskedPanel
        name="figures"
        title={words("key.title")}
        bare
        asked={mapAsked(funnel, (value) => keyFiguresOf(value, funnels, overdue?.count ?? null))}
        figures={[
          "created",
          "acknowledged",
          "accepted",
          "won",
          "acceptance",
          "win",
          "open",
          "overdue",
          "interval",
          "change",
        ]}
        source={sources.funnel}
        chart={(value) => (
          <>
            <KeyFigures figures={value} isComparing={compared.kind === "waiting"} />
            <ComparisonNote compared={compared} />
          </>
        )}
        table={(value) => (
          <>
            <KeyFiguresTable figures={value} />
            <ComparisonNote compared={compared} />
          </>
        )}
      />
      <div className="overview__pair">
        <AskedPanel
          name="funnel"
          title={words("funnel.title")}
          subtitle={words("funnel.subtitle", { period, basis: words(`basis.${scope.basis}`) })}
          asked={funnel}
          figures={["created", "acknowledged", "accepted", "won", "outcome", "exits", "implied", "step"]}
          source={sources.funnel}
          chart={(value) => nothing || <FunnelChart funnel={value} />}
          table={(value) => <FunnelTable funnel={value} />}
        />
        <AskedPanel
          name="trend"
          title={words("trend.title")}
          subtitle={grain}
          asked={trend}
          figures={["trend", "unfinished", "other"]}
          source={sources.trend}
          chart={(value) => nothing || <TrendPicture trend={value} grain={scope.grain} look={look} />}
          table={(value) => <TrendTable trend={value} grain={scope.grain} look={look} />}
        />
      </div>
      <AskedPanel
        name="markets"
        title={words("markets.title")}
        subtitle={words("markets.subtitle")}
        asked={markets}
        figures={["market", "rank", "share", "acceptance", "win", "open", "interval"]}
        source={sources.markets}
        chart={(value) => nothing || <MarketsPicture rows={value} rankOf={rankOf} />}
        table={(value) => <MarketsTable rows={value} rankOf={rankOf} picture={null} />}
      />
    </>
  );
}

function comparedFunnels({ rows, before }: Compared): ComparedFunnels {
  return { now: funnelOf(rows), before: funnelOf(before) };
}
