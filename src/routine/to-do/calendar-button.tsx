import { type ReactNode, useState } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { saveFile } from "#exports/save-file.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { inSite } from "#lib/base-path.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import { printTexts } from "#selection/parameters.ts";
import { recordsAddress } from "#selection/view-address.ts";
import { useMarketName } from "#ui/value.tsx";
import { calendarFile } from "./calendar-file.ts";
import { openedBy, periodOf } from "./to-do-figures.tsx";
import { calendarEntries, type ToDoRow, toDoRow } from "./to-do-row.ts";
import type { ToDoList } from "./use-to-do.ts";

/** Saves future deadlines as a calendar file; null without any. */
export function CalendarButton({ list }: { list: ToDoList }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { selection } = useView();
  const nameOf = useMarketName();
  const [saved, setSaved] = useState<string | null>(null);
  const addressOf = ({ id, kind }: ToDoRow) => {
    const opened = recordsAddress({ ...selection, ...periodOf(list, kind) }, openedBy(list, kind));
    return `${location.origin}${inSite(opened)}&row=${encodeURIComponent(printTexts([id]))}`;
  };
  if (!list.items.some(({ deadline }) => deadline !== null)) return null;
  const save = async () => {
    const rows = list.items.map((item) => toDoRow(list, item, i18n));
    const entries = calendarEntries(rows, addressOf, nameOf, i18n);
    const text = await calendarFile(t("toDo.calendar.name"), entries, list.now);
    const name = `referrals-to-do-${dayOfInstant(list.now)}.ics`;
    saveFile(new Blob([text], { type: "text/calendar;charset=utf-8" }), name);
    setSaved(name);
  };
  return (
    <>
      <span role="status" className="second">
        {saved && t("toDo.saved", { name: saved })}
      </span>
      <button type="button" className="link" onClick={() => void save()}>
        {t("toDo.calendar")}
      </button>
    </>
  );
}
