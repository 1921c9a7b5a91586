import { countOfOutcome, type DropOff, type Funnel, type FunnelStage } from "#referrals/funnel.ts";
import { OUTCOMES, type Outcome, type OutcomeGroup, outcomeGroupOf } from "#referrals/outcome.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";

/** A branch of a stage; `width` and `inner` (branches that turn off later) are shares of Created. */
export type Branch = DropOff & { width: number; inner: readonly BranchPart[] };
export type BranchPart = { outcome: Outcome; width: number };

/** A stage with its straight flow and branches, outermost first; widths are shares of Created. */
export type FlowStage = FunnelStage & { width: number; on: number; branches: readonly Branch[] };

/** The funnel as a flow, scaled to Created = 1. */
export function flowOf({ stages, dropOffs, created }: Funnel): FlowStage[] {
  const share = (count: number) => count / Math.max(created, 1);
  return stages.map((stage, at) => {
    const here = dropOffs.filter((dropOff) => dropOff.stage === stage.stage);
    const parts = here.map(({ outcome, count }) => ({ outcome, width: share(count) }));
    const on = stage.stage === "won" ? stage.count : (stages[at + 1]?.count ?? 0);
    return {
      ...stage,
      width: share(stage.count),
      on: share(on),
      branches: here.map((dropOff, place) => ({
        ...dropOff,
        width: share(dropOff.count),
        inner: parts.slice(place + 1).reverse(),
      })),
    };
  });
}

/** A term of Created = Won + exits + open. */
export type LedgerPart = { outcome: Outcome; fate: OutcomeGroup; count: number; share: Rate };

/** The terms of the equation: every outcome that occurs, in the order of OUTCOMES. */
export function ledgerOf(funnel: Funnel): LedgerPart[] {
  return OUTCOMES.flatMap((outcome) => {
    const count = countOfOutcome(funnel, outcome);
    if (count === 0 && outcome !== "won") return [];
    return [{ outcome, fate: outcomeGroupOf(outcome), count, share: rateOf(count, funnel.created) }];
  });
}

/** The drop-off with most referrals; null without any. */
export function largestExit({ dropOffs }: Funnel): DropOff | null {
  const exits = dropOffs
    .filter(({ outcomeGroup }) => outcomeGroup === "exit")
    .sort((a, b) => b.count - a.count);
  return exits[0] ?? null;
}
