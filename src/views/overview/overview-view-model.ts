import { bucketCount, type Day, endOfMonth, GRAINS, type Grain } from "#lib/calendar.ts";
import { countOfOutcome, type Funnel, funnelOf } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import { autoGrain } from "#referrals/grain.ts";
import { marketCode } from "#referrals/market.ts";
import type { MarketJourney } from "#referrals/market-table.ts";
import { defaultPeriod, type Period } from "#referrals/period.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";
import { type Trend, type TrendRow, trendOf } from "#referrals/trend.ts";
import type { Selection } from "#selection/selection.ts";

/** A figure of the first row. `unanswered` are the open ones that nobody has answered. */
export type KeyFigure =
  | { key: "created" | "acknowledged" | "accepted" | "won"; kind: "count"; count: number; share: Rate }
  | { key: "open"; kind: "count"; count: number; unanswered: number }
  | { key: "acceptance" | "win"; kind: "rate"; rate: Rate };

/** The selection with its defaults filled in. `grainFault` is a grain that would draw too many points. */
export type Scope = {
  period: Period;
  grain: Grain;
  isAutoGrain: boolean;
  grainFault: Grain | null;
  markets: readonly string[];
};

/** More points than this are never drawn. */
export const MOST_POINTS = 400;

/** Fills in the defaults: the period from the newest month of the data, else from today; the grain from the period. */
export function scopeOf(selection: Selection, newestMonth: Day | null, today: Day): Scope {
  const usual = defaultPeriod(newestMonth ?? today);
  const chosen = { from: selection.from ?? usual.from, to: selection.to ?? usual.to };
  const period = chosen.from <= chosen.to ? chosen : oneSided(selection, chosen);
  const fits = (grain: Grain) => bucketCount(period.from, period.to, grain) <= MOST_POINTS;
  const wanted = selection.grain;
  const grain = wanted && fits(wanted) ? wanted : autoGrain(period);
  return {
    period,
    grain,
    isAutoGrain: wanted === null,
    grainFault: wanted && wanted !== grain ? wanted : null,
    markets: selection.markets,
  };
}

/** Only one end was chosen, and it lies beyond the default's other end: the month of the chosen end. */
function oneSided(selection: Selection, { from, to }: Period): Period {
  return selection.from ? { from, to: endOfMonth(from) } : { from: `${to.slice(0, 7)}-01`, to };
}

/** The grains that draw no more points over a period than may be drawn. */
export function grainsFor(period: Period): readonly Grain[] {
  return GRAINS.filter((grain) => bucketCount(period.from, period.to, grain) <= MOST_POINTS);
}

/** What passes the choice of markets; none chosen means all. */
export function ofMarkets<T>(
  rows: readonly T[],
  codeOf: (row: T) => string,
  markets: readonly string[],
): readonly T[] {
  return markets.length === 0 ? rows : rows.filter((row) => markets.includes(codeOf(row)));
}

export function journeysOfMarkets(journeys: readonly MarketJourney[], markets: readonly string[]) {
  return ofMarkets(journeys, ({ market }) => marketCode(market), markets);
}

/** The figures of the first row, from the funnel of the selection. */
export function keyFiguresOf(funnel: Funnel): readonly KeyFigure[] {
  const counts = (["created", "acknowledged", "accepted", "won"] as const).map(
    (key): KeyFigure => ({
      key,
      kind: "count",
      count: funnel[key],
      share: rateOf(funnel[key], funnel.created),
    }),
  );
  return [
    ...counts,
    { key: "acceptance", kind: "rate", rate: acceptanceRate(funnel) },
    { key: "win", kind: "rate", rate: winRate(funnel) },
    { key: "open", kind: "count", count: funnel.open, unanswered: countOfOutcome(funnel, "open-new") },
  ];
}

export function funnelOfMarkets(journeys: readonly MarketJourney[], markets: readonly string[]): Funnel {
  return funnelOf(journeysOfMarkets(journeys, markets));
}

/** The trend of the scope from rows of its markets; ties by `compareKeys`. `dataTime` in ms since 1970 UTC. */
export function trendIn(
  scope: Scope,
  rows: readonly TrendRow[],
  dataTime: number,
  compareKeys: (a: string, b: string) => number,
): Trend {
  return trendOf({
    rows,
    period: scope.period,
    grain: scope.grain,
    dataTime,
    compareKeys,
  });
}

/** How many referrals rows count altogether. */
export function totalCounted(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
