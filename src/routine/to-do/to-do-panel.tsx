import "./to-do.css";
import { type ReactNode, use, useState } from "react";
import { useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useIsNear } from "#dashboard/data/use-is-near.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { CustomerLink } from "#dashboard/figures/customer-link.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { marketMark } from "#dashboard/figures/filter-mark.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { saveFile } from "#exports/save-file.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { inSite } from "#lib/base-path.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import { currentData } from "#queries/query-state.ts";
import { printTexts } from "#selection/parameters.ts";
import { recordsAddress } from "#selection/records-address.ts";
import type { TableModel } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { Panel } from "#ui/panel.tsx";
import { useMarketName } from "#ui/value.tsx";
import { calendarFile } from "./calendar-file.ts";
import { isOpened, openedBy, periodOf, Selected, ToDoCounts } from "./to-do-figures.tsx";
import { calendarEntries, type ToDoRow, toDoRow } from "./to-do-row.ts";
import { type ToDoList, type ToDoState, useToDo } from "./use-to-do.ts";

/** Today's tasks; loaded while the panel is near the viewport, so that filters clicked elsewhere cost nothing here. */
export function ToDoPanel(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const { ref, isCurrent, setNear } = useIsNear<HTMLDivElement>(useView().viewData);
  const toDo = useToDo(isCurrent);
  return (
    <div ref={ref} id="to-do" className="to-do">
      <RecordsProgress records={toDo.records} />
      {isCurrent && !toDo.records.isTooMany && <Listed toDo={toDo} />}
      {!isCurrent && (
        <Panel title={t("toDo.title")}>
          <div className="message to-do__waiting">
            <p>{t("toDo.notYet")}</p>
            <button type="button" className="button" onClick={setNear}>
              {t("toDo.start")}
            </button>
          </div>
        </Panel>
      )}
    </div>
  );
}

const NEEDS = ["status", "createdDate"] as const;

function Listed({ toDo: { state, source, readAll } }: { toDo: ToDoState }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const nameOf = useMarketName();
  const list = currentData(state);
  const isAbsent = useAbsentFields(NEEDS).length > 0;
  return (
    <QueryPanel
      name="to-do"
      needs={NEEDS}
      title={t("toDo.title")}
      subtitle={t("toDo.subtitle")}
      action={list && !isAbsent && <CalendarButton list={list} />}
      state={state}
      figures={["toDo", "overdue", "open"]}
      source={source}
      chart={(shown) => <Picture list={shown} readAll={readAll} />}
      tables={(shown) => [tableOf(shown, nameOf, i18n)]}
      notes={list ? notesOf(list, i18n) : []}
    />
  );
}

/** Rows shown at first, and on request; the export has all that are loaded. */
const [FIRST_ROWS, MOST_ROWS] = [8, 200];

function Picture({ list, readAll }: { list: ToDoList; readAll: () => void }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const nameOf = useMarketName();
  const [limit, setLimit] = useState(FIRST_ROWS);
  const { length } = list.items;
  const most = Math.min(length, MOST_ROWS);
  const left = limit < most ? 0 : length - most;
  return (
    <>
      <ToDoCounts list={list} />
      {length > 0 && <ScrolledTable {...toDoTable(list, limit, nameOf, i18n)} />}
      <p className="panel__note">
        {limit < most && (
          <button type="button" className="link no-print" onClick={() => setLimit(MOST_ROWS)}>
            {t("toDo.showAll", { count: most - limit })}
          </button>
        )}{" "}
        {left > 0 && t("toDo.more", { count: left })} {notesOf(list, i18n).join(" ")}{" "}
        {list.left > 0 && (
          <button type="button" className="link no-print" onClick={readAll}>
            {t("toDo.loadAll")}
          </button>
        )}
      </p>
    </>
  );
}

/** The rows that the page shows; exports have all. */
function tableOf(list: ToDoList, nameOf: (market: string) => string, i18n: I18n): PanelTable {
  const drawn = (limit: number) => panelTable(toDoTable(list, limit, nameOf, i18n));
  return {
    draw: (key) => drawn(MOST_ROWS).draw(key),
    toExport: (title) => drawn(list.items.length).toExport(title, i18n),
  };
}

/** What the list leaves out. */
function notesOf({ left, undated, usualMs }: ToDoList, { t }: I18n): string[] {
  return [
    ...(undated > 0 ? [t("toDo.undated", { count: undated })] : []),
    ...(usualMs === null ? [t("toDo.unusual")] : []),
    ...(left > 0 ? [t("toDo.left", { count: left })] : []),
  ];
}

/** Saves future deadlines as a calendar file; null without any. */
function CalendarButton({ list }: { list: ToDoList }): ReactNode {
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

/** The first tasks as a table: customer, market, reason, and deadline. */
function toDoTable(
  list: ToDoList,
  limit: number,
  nameOf: (market: string) => string,
  i18n: I18n,
): TableModel<ToDoRow> {
  const { t, formats } = i18n;
  const make = figureColumns<ToDoRow>(i18n);
  const instant = (id: "since" | "deadline", value: (row: ToDoRow) => number | null) => ({
    id,
    header: t(`toDo.${id}`),
    className: "text to-do__time",
    kind: "dateTime" as const,
    value,
    cell: (row: ToDoRow) => {
      const at = value(row);
      return at === null ? "–" : <time dateTime={new Date(at).toISOString()}>{formats.dateTime(at)}</time>;
    },
  });
  return {
    className: "to-do__table",
    columns: [
      make.text({
        id: "customer",
        header: t("times.overdue.name"),
        value: ({ customer }) => customer || t("times.overdue.noName"),
        cell: ({ id, customer, kind }) => (
          <Selected list={list} kind={kind}>
            <CustomerLink id={isOpened(list, kind) ? id : ""} name={customer} drill={openedBy(list, kind)} />
          </Selected>
        ),
      }),
      make.name({
        id: "market",
        header: t("times.overdue.market"),
        className: "text to-do__market",
        named: ({ market }) => ({ code: market, name: nameOf(market) }),
        cell: ({ market }) => marketMark(market, nameOf(market), "plain-button"),
      }),
      make.name({
        id: "kind",
        header: t("toDo.kind"),
        className: "text to-do__kind",
        named: ({ kind }) => ({ code: kind, name: t(`toDo.kind.${kind}`) }),
      }),
      make.text({ id: "reason", header: t("toDo.reason"), className: "text", value: ({ reason }) => reason }),
      instant("deadline", ({ deadline }) => deadline),
      instant("since", ({ since }) => since),
      make.text({ id: "id", header: "ID", className: "text to-do__id", value: ({ id }) => id }),
    ],
    rows: list.items.slice(0, limit).map((item) => toDoRow(list, item, i18n)),
    rowKey: ({ row }) => String(row),
  };
}
