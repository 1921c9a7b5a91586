import type { I18n } from "#i18n/i18n.tsx";
import { DAY_MS, dayOfInstant, HOUR_MS } from "#lib/calendar.ts";
import type { TermField } from "#partner-center/fields.ts";
import { derivedFieldsOf } from "#records/derived-fields.ts";
import type { ToDoItem, ToDoReason } from "#records/to-do.ts";
import type { CalendarEntry } from "./calendar-file.ts";
import type { ToDoList } from "./use-to-do.ts";

/** A task with its referral. */
export type ToDoRow = ToDoItem & { id: string; customer: string; market: string; reason: string };

/** A task as texts. */
export function toDoRow({ table, now, usualMs }: ToDoList, item: ToDoItem, i18n: I18n): ToDoRow {
  const { row } = item;
  const text = (field: TermField) => table.terms[field].values[table.terms[field].codes[row] ?? 0] ?? "";
  const { markets } = derivedFieldsOf(table);
  return {
    ...item,
    id: text("id"),
    customer: text("customerName"),
    market: markets.values[markets.codes[row] ?? 0] ?? "",
    reason: [item, ...item.also].map((reason) => reasonText(reason, now, usualMs, i18n)).join(". "),
  };
}

function reasonText(
  { kind, since, deadline }: ToDoReason,
  now: number,
  usualMs: number | null,
  i18n: I18n,
): string {
  if (kind === "pastClose")
    return i18n.t("toDo.reason.pastClose", { day: i18n.formats.day(dayOfInstant(since)) });
  return i18n.t(`toDo.reason.${kind}`, {
    age: roughTime(now - since, i18n),
    left: roughTime((deadline ?? now) - now, i18n),
    usual: roughTime(usualMs ?? 0, i18n),
  });
}

const MINUTE_MS = HOUR_MS / 60;

/** Rounded to days after some weeks, where hours do not matter; a minute at least, since none at all reads like a fault. */
function roughTime(ms: number, { t, formats }: I18n): string {
  return ms < 14 * DAY_MS
    ? formats.duration(Math.max(ms, MINUTE_MS))
    : t("times.days", { count: Math.floor(ms / DAY_MS) });
}

/** Future deadlines, one per referral with an id. */
export function calendarEntries(
  rows: readonly ToDoRow[],
  addressOf: (row: ToDoRow) => string,
  nameOf: (market: string) => string,
  { t }: I18n,
): CalendarEntry[] {
  const entries = rows.flatMap((row): CalendarEntry[] => {
    const { id, kind, deadline, customer, market, reason } = row;
    if (deadline === null || id === "") return [];
    const named = { customer: customer || t("times.overdue.noName"), market: nameOf(market) };
    const isAnswer = kind === "due";
    return [
      {
        uid: `${encodeURIComponent(id)}-${isAnswer ? "answer" : "expiry"}@referral-analytics`,
        deadline,
        title: t(isAnswer ? "toDo.calendar.due" : "toDo.calendar.overdue", named),
        text: reason,
        address: addressOf(row),
      },
    ];
  });
  // Ids may repeat in the data, but not in a calendar.
  return [...new Map(entries.toReversed().map((entry) => [entry.uid, entry])).values()].reverse();
}
