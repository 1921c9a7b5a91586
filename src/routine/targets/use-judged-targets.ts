import { dealChoices } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useObservable } from "#lib/observable.ts";
import { type QuerySource, sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type RateTarget, type TargetStanding, targetStanding } from "#referrals/targets.ts";
import { useMarketName } from "#ui/value.tsx";
import { targetStore, useGivenTargets } from "./target-store.ts";

/** A target and how the selection stands to it. */
export type JudgedTarget = {
  target: RateTarget;
  standing: TargetStanding;
  /** What it is for that neither the data nor the list of countries has. */
  unknown: "market" | "program" | null;
  /** Its place among the reader's own; null for a target of the installation. */
  own: number | null;
};

const [BY_MARKET, BY_SIZE] = [["customerMarket"], ["customerMarket", "customerOrgSize"]] as const;

/** All targets for a program ("": for all), judged by the referrals of the selection. */
export function useJudgedTargets(program = ""): {
  state: QueryState<JudgedTarget[]>;
  source: QuerySource | null;
} {
  const given = useGivenTargets().targets;
  const own = useObservable(targetStore);
  const { population, filters } = useView().viewData.resolved;
  const unknownOf = useUnknown();
  const all = [
    ...given.map((target) => ({ target, own: null })),
    ...own.map((target, place) => ({ target, own: place })),
  ].filter(({ target }) => target.program === program);
  // Without sizes it shares the query of the key figures.
  const fields = all.some(({ target }) => target.size !== "") ? BY_SIZE : BY_MARKET;
  const state = useOutcomeCounts({ population, filters, fields });
  return {
    state: mapData(state, ({ rows }) =>
      all.map(({ target, own: place }) => ({
        target,
        standing: targetStanding(target, rows),
        unknown: unknownOf(target),
        own: place,
      })),
    ),
    source: sourceOf(state),
  };
}

function useUnknown(): (target: RateTarget) => JudgedTarget["unknown"] {
  const { config, viewData } = useView();
  const nameOf = useMarketName();
  const programs = dealChoices(config.data, "program");
  return ({ market, program }) => {
    const isMarket =
      viewData.dataset.markets.some(({ code }) => code === market) || nameOf(market) !== market;
    if (market !== "" && !isMarket) return "market";
    const isProgram = programs === null || programs.some(({ value }) => value === program);
    return program !== "" && !isProgram ? "program" : null;
  };
}
