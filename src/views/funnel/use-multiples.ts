import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import type { Grain } from "#lib/calendar.ts";
import { type OutcomeCountRow, termKey } from "#queries/outcome-counts.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";
import { type SmallMultiples, smallMultiples } from "#referrals/small-multiples.ts";
import { FIELD_OF_TERM } from "#referrals/terms.ts";
import type { Split } from "#selection/keys/funnel.ts";
import { multiplesGrain, periodMultiples } from "./multiples-model.ts";
import { sourceOf } from "./use-flow.ts";

/** `all` is the funnel of the whole selection, which the parts and Other add up to. */
export type Breakdown = SmallMultiples & { all: Funnel };

export type Multiples = { state: QueryState<Breakdown>; source: OutcomeCountsResult | null; grain: Grain };

/** The funnel of the selection in parts. Ties between parts in the order of `compare`. */
export function useMultiples(split: Split, compare: (a: string, b: string) => number): Multiples {
  const { dataClient, basis, selection } = useView();
  const { filter, terms, date, period } = basis.scope;
  const { dataTime } = basis;
  const grain = multiplesGrain(period, selection.grain && basis.scope.grain);
  const query = useMemo(() => {
    if (split === "period") return { filter, terms, fields: [date] as const, level: grain };
    return { filter, terms, fields: [FIELD_OF_TERM[TERM_OF_BREAKDOWN[split]]] as const };
  }, [filter, terms, date, grain, split]);
  const outcomeCounts = useOutcomeCounts(dataClient, query);
  const parts = (rows: readonly OutcomeCountRow[]): SmallMultiples => {
    if (split !== "period") {
      const term = TERM_OF_BREAKDOWN[split];
      return smallMultiples(rows, ({ keys }) => termKey(term, keys[0] ?? null), compare);
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
