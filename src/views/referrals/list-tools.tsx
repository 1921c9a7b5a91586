import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import {
  REFERRAL_COLUMNS,
  REFERRAL_KEYS,
  type ReferralColumn,
  type ReferralKeys,
} from "#selection/keys/referrals.ts";
import { PopoverButton } from "#ui/popover-button.tsx";
import { TypedInput } from "./column-filter.tsx";
import type { Widths } from "./column-layout.ts";
import type { ListColumns } from "./list-columns.tsx";
import { type GridState, type GridTable, moveColumn, NO_ROWS, useGridTable } from "./use-grid-table.ts";
import type { List } from "./use-list.ts";
import { useKnownColumns } from "./use-list-keys.ts";

type ListToolsProps = {
  list: List;
  columns: ListColumns;
  keys: ReferralKeys;
  change: (part: Partial<ReferralKeys>, replace?: boolean) => void;
  widths: Widths;
  onWidths: (widths: Widths) => void;
};

/** Search, columns, and how many referrals the filters leave. */
export function ListTools({ list, columns, keys, change, widths, onWidths }: ListToolsProps): ReactNode {
  const { t, formats } = useI18n();
  const { all, shown } = list;
  const tools = useRef<HTMLDivElement>(null);
  useFind(tools);
  const isNarrowed = keys.search !== "" || Object.keys(keys.where).length > 0;
  return (
    <div ref={tools} className="list__tools">
      <TypedInput
        className="input list__search"
        label={t("list.search")}
        placeholder={t("list.search")}
        value={keys.search}
        onChange={(search) => change({ search }, true)}
      />
      <ColumnsMenu
        state={{ keys, change, widths, onWidths }}
        columns={columns}
        onReset={() => {
          onWidths({});
          change({ columns: REFERRAL_KEYS.columns.fallback });
        }}
      />
      <p className="list__shown" role="status">
        {isNarrowed && (
          <data value={shown.length}>
            {t("list.shown", { shown: formats.count(shown.length), all: formats.count(all.length) })}
          </data>
        )}
      </p>
      {isNarrowed && (
        <button type="button" className="link" onClick={() => change({ search: "", where: {} })}>
          {t("list.filter.clear")}
        </button>
      )}
    </div>
  );
}

type ColumnsMenuProps = { state: GridState; columns: ListColumns; onReset: () => void };

const WIDTH_STEP = 24;

/** Visibility, order, width and pinning of columns, without dragging. */
function ColumnsMenu({ state, columns, onReset }: ColumnsMenuProps): ReactNode {
  const { t, formats } = useI18n();
  const table = useGridTable(state, columns, NO_ROWS);
  const value = t("list.columns.some", { count: formats.count(state.keys.columns.length) });
  return (
    <PopoverButton
      label={t("list.columns")}
      value={value}
      content={() => <ColumnList table={table} columns={columns} onReset={onReset} />}
    />
  );
}

type ColumnListProps = { table: GridTable; columns: ListColumns; onReset: () => void };

function ColumnList({ table, columns, onReset }: ColumnListProps): ReactNode {
  const { t } = useI18n();
  const shown = table.getVisibleLeafColumns();
  const isKnown = useKnownColumns();
  const hidden = REFERRAL_COLUMNS.filter((id) => isKnown(id) && !table.getColumn(id)?.getIsVisible());
  const resize = (id: ReferralColumn, by: number) =>
    table.setColumnSizing((old) => ({ ...old, [id]: (table.getColumn(id)?.getSize() ?? 0) + by }));
  const box = (id: ReferralColumn, isShown: boolean) => (
    <label className="option columns__name">
      <input
        type="checkbox"
        checked={isShown}
        disabled={isShown && shown.length === 1}
        onChange={() => table.getColumn(id)?.toggleVisibility()}
      />
      <span>{columns[id].header}</span>
    </label>
  );
  return (
    <>
      <ul className="columns">
        {shown.map((column) => {
          const id = column.id as ReferralColumn;
          const isPinned = column.getIsPinned() === "start";
          const button = (does: ColumnDoes, sign: string, onPress: () => void) => (
            <ColumnButton
              does={does}
              column={columns[id].header}
              sign={sign}
              isPressed={does === "pin" ? isPinned : undefined}
              onPress={onPress}
            />
          );
          return (
            <li key={id} className="columns__one">
              {box(id, true)}
              {button("earlier", "↑", () => moveColumn(table, id, -1))}
              {button("later", "↓", () => moveColumn(table, id, 1))}
              {button("narrower", "−", () => resize(id, -WIDTH_STEP))}
              {button("wider", "+", () => resize(id, WIDTH_STEP))}
              {button("pin", "⇤", () => column.pin(isPinned ? false : "start"))}
            </li>
          );
        })}
        {hidden.map((id) => (
          <li key={id} className="columns__one">
            {box(id, false)}
          </li>
        ))}
      </ul>
      <p className="panel__note">{t("list.columns.keys")}</p>
      <button type="button" className="link" onClick={onReset}>
        {t("list.columns.reset")}
      </button>
    </>
  );
}

type ColumnDoes = "earlier" | "later" | "narrower" | "wider" | "pin";

type ColumnButtonProps = {
  does: ColumnDoes;
  /** Its name. */
  column: string;
  sign: string;
  isPressed: boolean | undefined;
  onPress: () => void;
};

function ColumnButton({ does, column, sign, isPressed, onPress }: ColumnButtonProps): ReactNode {
  const { t } = useI18n();
  const label = t(`list.columns.${does}`, { column });
  return (
    <button
      type="button"
      className="button--quiet columns__button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}

/**
 * Ctrl+F focuses the list's search, because the browser finds only rendered rows. Pressed again there, it opens the
 * browser's.
 */
function useFind(tools: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isFind = event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey);
      if (!isFind || event.shiftKey || event.altKey) return;
      const field = tools.current?.querySelector("input");
      if (!field || field === document.activeElement) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [tools]);
}
