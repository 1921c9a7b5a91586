import { DIMENSIONS, type Dimension } from "#referrals/dimensions.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";

/** A part of a trend: one series, the others, or all. */
export type DrillTarget = { kind: "series"; key: string } | { kind: "other" } | { kind: "all" };

/**
 * The drill-through of a part of a trend: in a bucket, or in the whole period for null. `named` are the keys of its
 * series.
 */
export function partDrill(
  part: DrillTarget,
  days: Period | null,
  named: readonly string[],
  by: Dimension,
): Drill {
  const within = days ? { within: days } : {};
  if (part.kind === "all") return within;
  if (part.kind === "series") return { ...within, [DIMENSIONS[by].filter]: [part.key] };
  return { ...within, [DIMENSIONS[by].exclude]: named };
}
