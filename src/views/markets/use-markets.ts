import { useLoadProgress, useView } from "#dashboard/context/view-context.tsx";
import { type Compared, type NotCompared, useComparison } from "#dashboard/data/use-comparison.ts";
import { useOverdueOutcomes } from "#dashboard/data/use-overdue-outcomes.ts";
import type { MessageKey } from "#i18n/messages.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { joinSources, type QuerySource, sourceOf } from "#queries/query-source.ts";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { useTrend } from "#queries/use-trend.ts";
import { compareMarkets } from "#referrals/market.ts";
import { trendOf } from "#referrals/trend.ts";
import { NO_TRENDS, type RankedMarket, rankedMarkets } from "./markets-view-model.ts";

const MARKET = ["customerMarket"] as const;
const DAYS = ["customerMarket", "createdDate", "acceptedDate"] as const;

export type MarketsState = {
  markets: QueryState<RankedMarket[]>;
  /** Their outcomes by customer market; null while pending. */
  rows: readonly OutcomeCountRow[] | null;
  compared: Compared | NotCompared;
  /** States of secondary queries, and what is missing where one fails. */
  late: readonly { missing: MessageKey; state: QueryState<unknown> }[];
  source: QuerySource | null;
};

/** The customer markets of the selection; slower columns load later. */
export function useMarkets(): MarketsState {
  const { viewData } = useView();
  const { isSettled } = useLoadProgress();
  const { resolved, dataTime } = viewData;
  const { population, filters, date, grain, period } = resolved;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: MARKET });
  const trends = useTrend({ population, date, by: "markets" as const, grain, filters });
  const compared = useComparison(MARKET);
  const days = useOutcomeCounts(
    isSettled ? { population, filters, fields: DAYS, level: "day" as const } : null,
  );
  const overdue = useOverdueOutcomes();
  const trend =
    trends.kind === "success"
      ? trendOf({ rows: trends.value.rows, period, grain, dataTime, compareKeys: compareMarkets })
      : NO_TRENDS;
  return {
    markets: mapData(outcomeCounts, (result) =>
      rankedMarkets({
        rows: result.rows,
        trends: trend,
        compared: sidesOf(compared),
        days: currentData(days)?.rows ?? null,
        overdue: currentData(overdue)?.rows ?? null,
      }),
    ),
    rows: currentData(outcomeCounts)?.rows ?? null,
    compared,
    late: [
      { missing: "ranked.trends.failed", state: trends },
      { missing: "ranked.days.failed", state: days },
      { missing: "headline.overdue.failed", state: overdue },
    ],
    source: joinSources([outcomeCounts, days, overdue].map(sourceOf)),
  };
}

const NOTHING = { rows: [], before: [], late: [], beforeBy: { "equal-age": [], today: [] } } as const;

/** Both sides of the comparison: empty without one, null while pending. */
function sidesOf(compared: Compared | NotCompared) {
  if (compared.kind === "compared") return compared;
  return compared.kind === "pending" ? null : { ...NOTHING, isAcceptanceUnproved: false };
}
