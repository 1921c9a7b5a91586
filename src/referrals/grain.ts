import { bucketCount, GRAINS, type Grain } from "#lib/calendar.ts";
import type { Level } from "#partner-center/query.ts";
import type { Period } from "./period.ts";

/** The most buckets that the automatic grain allows. */
export const AUTO_BUCKETS = 60;

/** The finest grain with at most 60 buckets over a period; years where even those are more. */
export function autoGrain({ from, to }: Period): Grain {
  return GRAINS.find((grain) => bucketCount(from, to, grain) <= AUTO_BUCKETS) ?? "year";
}

/** The level to ask the service for: it knows no quarter and no year, they are rolled up from months. */
export function wireLevel(grain: Grain): Level {
  return grain === "quarter" || grain === "year" ? "month" : grain;
}
