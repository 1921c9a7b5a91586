import { type ChartCursor, cursorRange } from "#charts/chart-cursor.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { daysBetween, type Grain } from "#lib/calendar.ts";
import type { Period } from "#referrals/period.ts";
import type { TrendBucket } from "#referrals/trend-axis.ts";

type Buckets = readonly Pick<TrendBucket, "start" | "covered">[];

/** The days of a range of buckets, as far as the period covers them. */
export function daysOfRange(buckets: Buckets, first: number, last: number): Period | null {
  const [from, to] = [buckets[first]?.covered.from, buckets[last]?.covered.to];
  return from && to ? { from, to } : null;
}

/** The days of a range of buckets in words. */
export function rangeName(buckets: Buckets, first: number, last: number, { t, formats }: I18n): string {
  const days = daysOfRange(buckets, first, last);
  if (days === null) return "";
  const count = daysBetween(days.from, days.to) + 1;
  return t("read.range", { days: formats.days(days.from, days.to), count });
}

/** The bucket, or the range of days, that is read. */
export function cursorName(cursor: ChartCursor, buckets: Buckets, grain: Grain, i18n: I18n): string {
  const range = cursorRange(cursor);
  if (range) return rangeName(buckets, range.first, range.last, i18n);
  return i18n.formats.bucket(buckets[cursor.at]?.start ?? "", grain);
}
