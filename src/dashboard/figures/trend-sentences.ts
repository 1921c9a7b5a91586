import type { I18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Trend } from "#referrals/trend.ts";
import type { ResolvedSelection } from "../context/resolved-selection.ts";

/** Whether buckets compare: chosen by outcome, the youngest have had less time to get there. */
export function isOfAge({ basis, filters }: Pick<ResolvedSelection, "basis" | "filters">): boolean {
  return basis !== "created" || filters.outcomes.length === 0;
}

/** Highlights of a trend as text; finished buckets only. Unless `isComparable`, without what compares buckets. */
export function trendSentences(
  { statements }: Trend,
  grain: Grain,
  i18n: I18n,
  isComparable: boolean,
): string {
  const { t } = i18n;
  if (statements.last.kind === "absent") return t("trend.allUnfinished", { grain });
  return [isComparable && extremes(statements, grain, i18n), last(statements.last, grain, i18n, isComparable)]
    .filter(Boolean)
    .join(" ");
}

function extremes({ extremes: found }: Trend["statements"], grain: Grain, { t, formats }: I18n): string {
  if (found.kind === "absent") return "";
  return t("trend.range", {
    low: formats.count(found.worst.count),
    lowBucket: formats.bucket(found.worst.start, grain),
    high: formats.count(found.best.count),
    highBucket: formats.bucket(found.best.start, grain),
  });
}

function last(
  found: Trend["statements"]["last"],
  grain: Grain,
  { t, formats }: I18n,
  isComparable: boolean,
): string {
  if (found.kind === "absent") return "";
  const values = {
    grain,
    bucket: formats.bucket(found.last.start, grain),
    count: formats.count(found.last.count),
  };
  if (!isComparable || found.kind === "first" || found.change.kind !== "percent")
    return t("trend.changeNone", values);
  return t("trend.change", { ...values, change: formats.signedPercent(found.change.fraction) });
}
