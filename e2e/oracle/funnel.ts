import type { Referral } from "./csv.ts";
import { has, outcomeOf } from "./outcome.ts";

export const STAGES = ["Created", "Acknowledged", "Accepted", "Won"] as const;
export type Stage = (typeof STAGES)[number];

/** Counts of the stages by name, and counts of those that left or are still there, by "outcome / stage". */
export type FunnelCount = {
  stages: Record<Stage, number>;
  exits: Record<string, number>;
  open: Record<string, number>;
};

/** The furthest stage that a referral reached. */
export function lastStage(referral: Referral): Stage {
  const outcome = outcomeOf(referral);
  if (outcome === "Won") return "Won";
  const isAccepted = has(referral, "accepted") || outcome === "Lost" || outcome === "Open, accepted";
  if (isAccepted) return "Accepted";
  return has(referral, "acknowledged") ? "Acknowledged" : "Created";
}

const REACHED: Record<Stage, readonly Stage[]> = {
  Created: ["Created"],
  Acknowledged: ["Created", "Acknowledged"],
  Accepted: ["Created", "Acknowledged", "Accepted"],
  Won: ["Created", "Acknowledged", "Accepted", "Won"],
};

/** Counts a funnel, referral by referral. */
export function countFunnel(referrals: readonly Referral[]): FunnelCount {
  const count: FunnelCount = {
    stages: { Created: 0, Acknowledged: 0, Accepted: 0, Won: 0 },
    exits: {},
    open: {},
  };
  for (const referral of referrals) {
    const [stage, outcome] = [lastStage(referral), outcomeOf(referral)];
    for (const reached of REACHED[stage]) count.stages[reached]++;
    if (outcome === "Won") continue;
    const place = outcome.startsWith("Open") ? count.open : count.exits;
    place[`${outcome} / ${stage}`] = (place[`${outcome} / ${stage}`] ?? 0) + 1;
  }
  return count;
}
