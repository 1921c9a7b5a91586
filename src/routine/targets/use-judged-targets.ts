import { useQualityContext } from "#dashboard/context/quality-context.ts";
import { dealChoices } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import {
  type SelectedRecords,
  type SelectedRecordsState,
  useRecordsOf,
} from "#dashboard/data/use-selected-records.ts";
import { useObservable } from "#lib/observable.ts";
import { joinSources, type QuerySource, sourceOf } from "#queries/query-source.ts";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { closedWithin } from "#records/closed-within.ts";
import type { FilterContext } from "#records/record-filter.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { closedStanding, type RateTarget, type TargetStanding, targetStanding } from "#referrals/targets.ts";
import { useMarketName } from "#ui/value.tsx";
import { targetStore, useGivenTargets } from "./target-store.ts";

/** A target and how the selection stands to it. */
export type JudgedTarget = {
  target: RateTarget;
  /** `waiting` for single referrals, which are still being downloaded. */
  standing: TargetStanding | { kind: "waiting" };
  /** Referrals left out, which lack the dates that decide. */
  unplaced: number;
  /** What it is for that neither the data nor the list of countries has. */
  unknown: "market" | "program" | null;
  /** Its place among the reader's own; null for a target of the installation. */
  own: number | null;
};

const [BY_MARKET, BY_SIZE] = [["customerMarket"], ["customerMarket", "customerOrgSize"]] as const;

/** All targets for a program ("": for all), judged by the referrals of the selection; by single ones if `isCurrent`. */
export function useJudgedTargets(
  program: string,
  isCurrent: boolean,
): {
  state: QueryState<JudgedTarget[]>;
  source: QuerySource | null;
  records: SelectedRecordsState;
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
  const needsRecords = isCurrent && all.some(({ target }) => target.figure === "closed");
  const records = useRecordsOf(population, filters, needsRecords);
  const selected = needsRecords ? currentData(records.state) : null;
  const context = { now: useView().viewData.dataTime, ...useQualityContext() };
  return {
    state: mapData(state, ({ rows }) =>
      all.map(({ target, own: place }) => ({
        target,
        ...(target.figure === "closed"
          ? closedOf(target, selected, context)
          : { standing: targetStanding(target, rows), unplaced: 0 }),
        unknown: unknownOf(target),
        own: place,
      })),
    ),
    source: needsRecords ? joinSources([sourceOf(state), records.source]) : sourceOf(state),
    records,
  };
}

const MAX_UNPLACED = 0.01;

function closedOf(
  target: RateTarget,
  selected: SelectedRecords | null,
  context: FilterContext,
): Pick<JudgedTarget, "standing" | "unplaced"> {
  if (selected === null) return { standing: { kind: "waiting" }, unplaced: 0 };
  const { table, rows } = selected;
  const only = (value: string) => (value === "" ? [] : [value]);
  const part = { markets: only(target.market), sizes: only(target.size) };
  const counted = closedWithin(table, rowsMatching(table, part, context, rows), target.days, context.now);
  const { base, unplaced } = counted;
  // Too many of unknown age would bias the rate.
  const isKnown = unplaced <= MAX_UNPLACED * (base + unplaced);
  return { standing: isKnown ? closedStanding(target, counted) : { kind: "absent" }, unplaced };
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
