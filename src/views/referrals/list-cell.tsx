import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { ValueColumn } from "#table/column.ts";

/** A referral by its row in the table of records. */
export type ListRow = { row: number };
export type ListColumn = ValueColumn<ListRow>;
/** What is left of a column without its name. */
export type Made = Omit<ListColumn, "id" | "header">;

export function Text({ text }: { text: string | null }): ReactNode {
  return text ? <bdi>{text}</bdi> : "–";
}

/** The day of an instant, with its time to point at. */
export function DayOf({ at }: { at: number }): ReactNode {
  const { formats } = useI18n();
  if (Number.isNaN(at)) return "–";
  return (
    <time dateTime={`${printInstant(at)}Z`} title={formats.dateTime(at)}>
      {formats.day(dayOfInstant(at))}
    </time>
  );
}
