import { type ReactNode, use, useState } from "react";
import { useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useIsNear } from "#dashboard/data/use-is-near.ts";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { currentData } from "#queries/query-state.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { type PanelTable, panelTable } from "#table/panel-table.tsx";
import { Panel } from "#ui/panel.tsx";
import { useMarketName } from "#ui/value.tsx";
import { CalendarButton } from "./calendar-button.tsx";
import { ToDoCounts } from "./to-do-figures.tsx";
import { toDoTable } from "./to-do-table.tsx";
import { type ToDoList, type ToDoState, useToDo } from "./use-to-do.ts";
import "./to-do.css";

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
          <div className="message">
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
