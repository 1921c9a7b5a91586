import type { ReactNode } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { RangeOfDate } from "#records/date-range.ts";
import type { ValueColumn } from "#table/column.ts";

/** A referral by its row in the table of records. */
export type ListRow = { row: number };
/** `width` in CSS pixels where the usual one is too narrow. */
export type ListColumn = ValueColumn<ListRow> & { width?: number | undefined };
/** What is left of a column without its name. */
export type Made = Omit<ListColumn, "id" | "header">;

export function Text({ text }: { text: string | null }): ReactNode {
  return text ? <bdi>{text}</bdi> : "–";
}

/** "between 3 Nov 2026 and 10 Nov 2026". */
export function betweenSentence({ from, to }: RangeOfDate, { t, formats }: I18n): string {
  const [first, last] = [formats.day(dayOfInstant(from)), formats.day(dayOfInstant(to))];
  return first === last ? t("life.betweenDay", { day: first }) : t("life.between", { from: first, to: last });
}

/** A duration; "about 91d 18h" between dates of which one is only known to lie between two imports. */
export function durationText(ms: number, isImprecise: boolean, { t, formats }: I18n): string {
  const time = formats.duration(ms);
  return isImprecise ? t("life.about", { time }) : time;
}

/** The day of an instant, with its time to point at; the days between which it lies, where no more is known. */
export function DayOf({ at, range = null }: { at: number; range?: RangeOfDate | null }): ReactNode {
  const i18n = useI18n();
  const { formats } = i18n;
  if (Number.isNaN(at)) return "–";
  if (range)
    return (
      <span title={betweenSentence(range, i18n)}>
        {formats.days(dayOfInstant(range.from), dayOfInstant(range.to))}
      </span>
    );
  return (
    <time dateTime={`${printInstant(at)}Z`} title={formats.dateTime(at)}>
      {formats.day(dayOfInstant(at))}
    </time>
  );
}
