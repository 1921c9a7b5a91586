import { bucketCount, GRAINS, type Grain } from "#lib/calendar.ts";
import type { Level } from "#partner-center/query.ts";
import type { Period } from "./period.ts";

/** Limit of buckets for the automatic grain. */
export const AUTO_BUCKETS = 60;

/** The finest grain with at most 60 buckets; years when there are more. */
export function autoGrain({ from, to }: Period): Grain {
  return GRAINS.find((grain) => bucketCount(from, to, grain) <= AUTO_BUCKETS) ?? "year";
}

/** The level to request: the endpoint lacks quarters and years, which are rolled up from months. */
export function wireLevel(grain: Grain): Level {
  return grain === "quarter" || grain === "year" ? "month" : grain;
}
