import type { I18n } from "#i18n/i18n.tsx";
import type { TrendBucket } from "#referrals/trend-axis.ts";

/** Whether a bucket can be compared with others, and how much of it is there. */
export function bucketStatus(unfinished: TrendBucket["unfinished"], { t }: I18n): string {
  if (unfinished === null) return t("trend.finished");
  if (unfinished.because.includes("not-begun")) return t("trends.notBegun");
  return t("trend.unfinishedNote", { covered: unfinished.coveredDays, days: unfinished.days });
}

/** A bucket that has not begun has no count yet, not even 0; unless somebody dated a referral ahead. */
export function hasBegun({ unfinished }: Pick<TrendBucket, "unfinished">, count: number): boolean {
  return count > 0 || !unfinished?.because.includes("not-begun");
}
