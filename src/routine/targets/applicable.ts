import type { Filters } from "#referrals/filters.ts";
import { marketCode } from "#referrals/market.ts";
import type { RateTarget, TargetFigure } from "#referrals/targets.ts";
import type { DealValues } from "#selection/deal-values.ts";

/** What the figures in view count. */
export type TargetScope = { filters: Filters; deal: DealValues };

/** Targets for a figure of the whole selection: for all referrals, or for exactly what is filtered by. */
export function targetsOf(
  figure: TargetFigure,
  targets: readonly RateTarget[],
  { filters, deal }: TargetScope,
): RateTarget[] {
  const isOnly = (values: readonly string[], wanted: string) => values.length === 1 && values[0] === wanted;
  return targets.filter(
    ({ figure: ofTarget, market, size, program }) =>
      ofTarget === figure &&
      (market === "" || isOnly(filters.markets, marketCode(market))) &&
      (size === "" || isOnly(filters.sizes, size)) &&
      (program === "" || isOnly(deal.program ?? [], program)),
  );
}

/** The target for a figure of one market: its own before one for all. */
export function targetOfMarket(
  figure: TargetFigure,
  market: string,
  targets: readonly RateTarget[],
  counted: TargetScope,
): RateTarget | null {
  const ofMarket = { ...counted, filters: { ...counted.filters, markets: [market] } };
  const fitting = targetsOf(figure, targets, ofMarket);
  return fitting.find((one) => one.market !== "") ?? fitting[0] ?? null;
}
