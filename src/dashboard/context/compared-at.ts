import { equalAgeAt } from "#referrals/comparison.ts";
import type { Drill } from "#selection/drill.ts";
import type { View } from "./view-context.tsx";

/** The instant (ms UTC) at which the comparison is judged; null for "as known today" or without a comparison. */
export function comparedAt({ viewData, selection }: Pick<View, "viewData" | "selection">): number | null {
  const { resolved, dataTime } = viewData;
  if (resolved.compared === null || selection.judged === "today") return null;
  return equalAgeAt(resolved.compared, dataTime);
}

/** The drill-through of a figure judged at an instant. Left unchanged where later events do not matter. */
export function drillAt(
  drill: Drill,
  { outcomes }: { outcomes: readonly string[] },
  asOf: number | null,
): Drill {
  const { outcomes: own, notOutcomes, reached, left, fate, overdue, answer } = drill;
  const depends = [own, notOutcomes, reached, left, fate, overdue, answer].some((part) => part !== undefined);
  return asOf !== null && (depends || outcomes.length > 0) ? { ...drill, asOf } : drill;
}
