import type { RateTarget } from "../targets.ts";

/** A target for all referrals, with these parts. */
export function rateTarget(parts: Pick<RateTarget, "figure" | "percent">): RateTarget {
  const ofAll = { market: "", size: "", program: "" };
  return { name: "", bound: "atLeast", days: 0, ...ofAll, source: "", month: "", ...parts };
}
