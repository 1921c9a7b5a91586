import { type Breakdown, TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";

/** A part of a trend: one series, all that is not named, or all together. */
export type DrillPart = { kind: "series"; key: string } | { kind: "other" } | { kind: "all" };

const NOT = {
  market: "notMarkets",
  partner: "notPartners",
  size: "notSizes",
  outcome: "notOutcomes",
} as const satisfies Record<Breakdown, keyof Drill>;

/** Opens a part of a trend: of a bucket's days, or of the whole period for null. `named` are the keys of its series. */
export function partDrill(
  part: DrillPart,
  days: Period | null,
  named: readonly string[],
  by: Breakdown,
): Drill {
  const within = days ? { within: days } : {};
  if (part.kind === "all") return within;
  if (part.kind === "series") return { ...within, [TERM_OF_BREAKDOWN[by]]: [part.key] };
  return { ...within, [NOT[by]]: named };
}
