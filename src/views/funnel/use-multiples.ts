import { useView } from "#dashboard/context/view-context.tsx";
import type { Grain } from "#lib/calendar.ts";
import { type OutcomeCountRow, valueKey } from "#queries/outcome-counts.ts";
import { type QuerySource, sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";
import { type SmallMultiples, smallMultiples } from "#referrals/small-multiples.ts";
import type { FunnelDimension } from "#selection/keys/funnel.ts";
import { multiplesGrain, periodMultiples } from "./multiples-model.ts";

/** `all` is the funnel of the whole selection: the sum of the parts and Other. */
export type FunnelMultiples = SmallMultiples & { all: Funnel };

export type Multiples = {
  state: QueryState<FunnelMultiples>;
  source: QuerySource | null;
  grain: Grain;
};

/** The funnel of the selection by dimension; ties are ordered by `compare`. */
export function useMultiples(
  dimension: FunnelDimension,
  compare: (a: string, b: string) => number,
): Multiples {
  const { viewData, selection } = useView();
  const { population, filters, date, period } = viewData.resolved;
  const { dataTime } = viewData;
  const grain = multiplesGrain(period, selection.grain && viewData.resolved.grain);
  const outcomeCounts = useOutcomeCounts({
    population,
    filters,
    ...(dimension === "period"
      ? { fields: [date], level: grain }
      : { fields: [DIMENSIONS[dimension].field] }),
  });
  const parts = (rows: readonly OutcomeCountRow[]): SmallMultiples => {
    if (dimension !== "period") {
      const filterKey = DIMENSIONS[dimension].filter;
      return smallMultiples(rows, ({ keys }) => valueKey(filterKey, keys[0] ?? null), compare);
    }
    const dated = rows.map(({ keys, ...outcomeCount }) => ({ ...outcomeCount, day: keys[0] ?? null }));
    return periodMultiples({ outcomeCounts: dated, period, grain, dataTime });
  };
  return {
    state: mapData(outcomeCounts, ({ rows }) => ({ ...parts(rows), all: funnelOf(rows) })),
    source: sourceOf(outcomeCounts),
    grain,
  };
}
