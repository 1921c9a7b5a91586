import { equalAgeAt } from "#referrals/comparison.ts";
import type { Drill } from "#selection/drill.ts";
import type { View } from "./view-context.tsx";

/** The instant (ms UTC) at which the page's comparison is judged; null where it is as known today, or there is none. */
export function comparedAt({ viewData, selection }: Pick<View, "viewData" | "selection">): number | null {
  const { resolved, dataTime } = viewData;
  if (resolved.compared === null || selection.judged === "today") return null;
  return equalAgeAt(resolved.compared.period, resolved.compared.comparison, dataTime);
}

/** What a figure opens that was judged at an instant; what does not depend on what happened later opens as it is. */
export function drillAt(
  drill: Drill,
  { outcomes }: { outcomes: readonly string[] },
  asOf: number | null,
): Drill {
  const { outcomes: own, notOutcomes, reached, left, fate, overdue, answer } = drill;
  const depends = [own, notOutcomes, reached, left, fate, overdue, answer].some((part) => part !== undefined);
  return asOf !== null && (depends || outcomes.length > 0) ? { ...drill, asOf } : drill;
}
