import { rollup } from "d3-array";
import { OUTCOMES, type Outcome, type OutcomeGroup, outcomeGroupOf } from "./outcome.ts";
import { type Rate, rateOf } from "./rate.ts";
import { STAGES, type Stage } from "./stages.ts";

/**
 * Referrals with the same outcome and flags, which say whether the date is present. `won` is left out where `wonDate`
 * was not fetched; then no win counts as implied.
 */
export type OutcomeCount = {
  outcome: Outcome;
  acknowledged: boolean;
  accepted: boolean;
  won?: boolean;
  count: number;
};

/** A stage where referrals can drop off; won is the end of the funnel. */
export type DropOffStage = Exclude<Stage, "won">;

/** `implied`: reached the stage without its date. `share` is of Created, `step` of the previous stage. */
export type FunnelStage = { stage: Stage; count: number; implied: number; share: Rate; step: Rate };

/** Referrals that are not won, at the last stage they reached; above 0. */
export type DropOff = {
  stage: DropOffStage;
  outcome: Outcome;
  outcomeGroup: Exclude<OutcomeGroup, "won">;
  count: number;
};

/** Created = won + exits + open; every stage = the next stage + its drop-offs. */
export type Funnel = {
  stages: readonly FunnelStage[];
  dropOffs: readonly DropOff[];
  created: number;
  acknowledged: number;
  accepted: number;
  won: number;
  exits: number;
  open: number;
};

const STAGES_LEFT = ["created", "acknowledged", "accepted"] as const satisfies readonly DropOffStage[];
const ACCEPTED_OUTCOMES = new Set<Outcome>(["won", "lost", "open-accepted"]);

export function lastStage({ outcome, acknowledged, accepted }: OutcomeCount): Stage {
  if (outcome === "won") return "won";
  if (accepted || ACCEPTED_OUTCOMES.has(outcome)) return "accepted";
  return acknowledged ? "acknowledged" : "created";
}

type Counts = Map<Outcome, number>;
type Tally = { won: number; left: Record<DropOffStage, Counts>; implied: Record<Stage, number> };

function addImplied(implied: Record<Stage, number>, outcomeCount: OutcomeCount, last: Stage): void {
  const reached = STAGES.indexOf(last);
  if (reached >= 1 && !outcomeCount.acknowledged) implied.acknowledged += outcomeCount.count;
  if (reached >= 2 && !outcomeCount.accepted) implied.accepted += outcomeCount.count;
  if (reached >= 3 && outcomeCount.won === false) implied.won += outcomeCount.count;
}

function add(counts: Counts, { outcome, count }: OutcomeCount): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + count);
}

function tallyOf(outcomeCounts: Iterable<OutcomeCount>): Tally {
  const tally: Tally = {
    won: 0,
    left: { created: new Map(), acknowledged: new Map(), accepted: new Map() },
    implied: { created: 0, acknowledged: 0, accepted: 0, won: 0 },
  };
  for (const outcomeCount of outcomeCounts) {
    const last = lastStage(outcomeCount);
    addImplied(tally.implied, outcomeCount, last);
    if (last === "won") tally.won += outcomeCount.count;
    else add(tally.left[last], outcomeCount);
  }
  return tally;
}

function dropOffsAt(stage: DropOffStage, counts: Counts): DropOff[] {
  if (counts.size === 0) return [];
  return OUTCOMES.flatMap((outcome) => {
    const [outcomeGroup, count] = [outcomeGroupOf(outcome), counts.get(outcome) ?? 0];
    return outcomeGroup === "won" || count === 0 ? [] : [{ stage, outcome, outcomeGroup, count }];
  });
}

/** The referrals of groups together. */
export function totalCounted(groups: readonly { count: number }[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

function sum(dropOffs: readonly DropOff[], wanted: (dropOff: DropOff) => boolean): number {
  return totalCounted(dropOffs.filter(wanted));
}

function stagesOf(counts: Record<Stage, number>, implied: Record<Stage, number>): FunnelStage[] {
  return STAGES.map((stage, index) => {
    const before = STAGES[index - 1];
    return {
      stage,
      count: counts[stage],
      implied: implied[stage],
      share: rateOf(counts[stage], counts.created),
      step: before === undefined ? { kind: "absent" } : rateOf(counts[stage], counts[before]),
    };
  });
}

/**
 * The status funnel: each referral counts at the last stage it reached, and stages are sums from won upwards, so the
 * funnel narrows and adds up. Drop-offs are ordered by stage, then by OUTCOMES.
 */
export function funnelOf(outcomeCounts: Iterable<OutcomeCount>): Funnel {
  const { won, left, implied } = tallyOf(outcomeCounts);
  const dropOffs = STAGES_LEFT.flatMap((stage) => dropOffsAt(stage, left[stage]));
  const accepted = won + sum(dropOffs, ({ stage }) => stage === "accepted");
  const acknowledged = accepted + sum(dropOffs, ({ stage }) => stage === "acknowledged");
  const created = acknowledged + sum(dropOffs, ({ stage }) => stage === "created");
  const counts = { created, acknowledged, accepted, won };
  const exits = sum(dropOffs, ({ outcomeGroup }) => outcomeGroup === "exit");
  const open = sum(dropOffs, ({ outcomeGroup }) => outcomeGroup === "open");
  return { stages: stagesOf(counts, implied), dropOffs, ...counts, exits, open };
}

export function countOfOutcome(funnel: Funnel, outcome: Outcome): number {
  return outcome === "won" ? funnel.won : sum(funnel.dropOffs, (dropOff) => dropOff.outcome === outcome);
}

/** One funnel per key, in order of first appearance. */
export function funnelsBy<T extends OutcomeCount>(
  outcomeCounts: Iterable<T>,
  keyOf: (outcomeCount: T) => string,
): Map<string, Funnel> {
  return rollup(outcomeCounts, funnelOf, keyOf);
}
