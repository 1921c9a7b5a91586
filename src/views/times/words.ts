import type { I18n } from "#i18n/i18n.tsx";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { TimeRange } from "#records/row-times.ts";

/** A limit or an edge, which is a round time: "24 h", "14 days". */
export function roundTime(ms: number, { t }: I18n): string {
  if (ms >= 2 * DAY_MS && ms % DAY_MS === 0) return t("times.days", { count: ms / DAY_MS });
  return t("times.hours", { count: ms / HOUR_MS });
}

/** A bin of a distribution: "up to 1 h", "1 h – 4 h", "over 14 days". */
export function rangeWords({ overMs, upToMs }: TimeRange, i18n: I18n): string {
  const { t } = i18n;
  if (upToMs === null) return t("times.over", { from: roundTime(overMs ?? 0, i18n) });
  const to = roundTime(upToMs, i18n);
  return overMs === null ? t("times.upTo", { to }) : t("times.range", { from: roundTime(overMs, i18n), to });
}
