import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ReferralColumn, Where } from "#selection/keys/referrals.ts";
import { drawnColumns, type LaidColumn, layColumns } from "./column-layout.ts";
import type { ColumnFilterOptions } from "./filter-options.ts";
import { GridHead } from "./grid-head.tsx";
import {
  actionOf,
  FILTER_LINE,
  FIRST_ROW_LINE,
  type GridAction,
  type GridCell,
  HEAD_LINE,
} from "./grid-moves.ts";
import { GridRow } from "./grid-row.tsx";
import type { ListColumns } from "./list-columns.tsx";
import {
  type GridScroll,
  ROW_PX,
  scrollRatio,
  topShowing,
  useGridScroll,
  useRowWindow,
} from "./row-window.ts";
import { type GridState, type GridTable, resizeColumn, useGridTable } from "./use-grid-table.ts";
import type { List } from "./use-list.ts";

export type ReferralGridProps = {
  list: List;
  label: string;
  columns: ListColumns;
  state: GridState;
  where: Where;
  options: ColumnFilterOptions;
  /** The row whose timeline is open. */
  openRow: number | null;
  onWhere: (where: Where, isTyping: boolean) => void;
  onOpen: (row: number) => void;
};

// ARIA allows the role grid on a table, with implied roles of its rows and cells.
const GRID = { role: "grid" } as const;

/** Step of resizing by keyboard, in CSS pixels. */
const WIDTH_STEP = 16;

/** The list as a virtualised grid; a single tab stop. */
export function ReferralGrid(props: ReferralGridProps): ReactNode {
  const { list, label, columns: content, state, where, options, openRow, onWhere, onOpen } = props;
  const { shown } = list;
  const scroll = useGridScroll((view) => scrollRatio(shown.length, view));
  const columnCount = state.keys.columns.length;
  const cursor = useActiveCell(shown.length, columnCount, scroll);
  const { active } = cursor;
  const activeIndex = active.line >= FIRST_ROW_LINE ? active.line - FIRST_ROW_LINE : null;

  const drawn = useRowWindow(scroll, shown.length, activeIndex);
  const rows = drawn.indexes.map((index) => ({ index, row: shown[index] as number }));
  const table = useGridTable(state, content, rows);
  const columns = useSame(layColumns(table.getVisibleLeafColumns().map(shownColumn), scroll.room));
  const inSight = useSame(drawnColumns(columns, scroll.sideways, active.column));

  const events = useGridEvents({ list, table, columns, scroll, cursor, onOpen });
  useFocusAfter(openRow, (row) => {
    const index = shown.indexOf(row);
    if (index >= 0) cursor.focus({ line: FIRST_ROW_LINE + index, column: active.column });
  });

  const pinnedWidth = columns.reduce((sum, { isPinned, width }) => (isPinned ? sum + width : sum), 0);
  return (
    <div
      ref={scroll.box}
      className="grid-box"
      style={{ scrollPaddingInlineStart: pinnedWidth }}
      onScroll={scroll.onScroll}
    >
      <table
        {...GRID}
        className="grid"
        aria-label={label}
        aria-rowcount={shown.length + FIRST_ROW_LINE}
        aria-colcount={columns.length}
        style={columnStyle(columns)}
        {...events}
      >
        <GridHead names={content} {...{ columns, state, where, options, active, onWhere }} />
        <tbody className="grid__body" style={{ blockSize: drawn.height }}>
          {table.getRowModel().rows.map(({ original: { index, row } }) => (
            <GridRow
              key={index}
              index={index}
              row={row}
              shift={drawn.shift}
              columns={inSight}
              content={content}
              tabStop={index === activeIndex ? active.column : null}
              isOpen={row === openRow}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type GridEvents = Pick<ReferralGridProps, "list" | "onOpen"> & {
  table: GridTable;
  columns: readonly LaidColumn[];
  scroll: GridScroll;
  cursor: ActiveCell;
};

/** Keyboard, click and focus handling of the grid. */
function useGridEvents({ list, table, columns, scroll, cursor, onOpen }: GridEvents) {
  const { active, focus, setActive } = cursor;
  const act = (cell: GridCell, adds: boolean) => {
    const column = columns[cell.column]?.column;
    const row = list.shown[cell.line - FIRST_ROW_LINE];
    if (cell.line === HEAD_LINE && column) table.getColumn(column)?.toggleSorting(undefined, adds);
    if (cell.line >= FIRST_ROW_LINE && row !== undefined) onOpen(row);
  };
  const perform = (action: GridAction, target: EventTarget) => {
    const laid = columns[active.column];
    if (action.kind === "move") focus(action.to);
    else if (action.kind === "act") act(active, action.adds);
    else if (action.kind === "enter") controlIn(target)?.focus();
    else if (laid) resizeColumn(table, laid.column, laid.width + action.by * WIDTH_STEP);
  };
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const way = isControl(event.target) ? wayOut(event) : null;
      if (isControl(event.target) ? way === null : event.altKey || event.metaKey) return;
      const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
      const page = Math.max(1, Math.floor(scroll.view / ROW_PX) - 1);
      const size = { rows: list.shown.length, columns: columns.length, page };
      const action: GridAction | null = way
        ? { kind: "move", to: { ...active, line: way } }
        : actionOf(active, event, size, isRtl);
      if (!action) return;
      event.preventDefault();
      perform(action, event.target);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const cell = cellAt(event.target);
      if (!cell || isEdge(event.target) || isControl(event.target)) return;
      // Selecting text is no click.
      if (document.getSelection()?.isCollapsed === false) return;
      act(cell, event.shiftKey);
    },
    onFocus: ({ target }: FocusEvent) => {
      const cell = cellAt(target);
      if (cell && (cell.line !== active.line || cell.column !== active.column)) setActive(cell);
    },
  };
}

/** The layout of a column of TanStack Table. */
function shownColumn(column: ReturnType<GridTable["getVisibleLeafColumns"]>[number]) {
  const [id, isPinned] = [column.id as ReferralColumn, column.getIsPinned() === "start"];
  return { column: id, isPinned, width: column.getSize() };
}

/** Keeps the previous array while its items are the same, so that memoised rows are not re-rendered. */
function useSame<T>(next: readonly T[]): readonly T[] {
  const [kept, keep] = useState(next);
  const isSame = JSON.stringify(kept) === JSON.stringify(next);
  if (!isSame) keep(next);
  return isSame ? kept : next;
}

/** CSS variables for the layout of cells. */
function columnStyle(columns: readonly LaidColumn[]): CSSProperties {
  const widths: Record<"--grid-columns", string> = {
    "--grid-columns": columns.map(({ width }) => `${width}px`).join(" "),
  };
  return widths as CSSProperties;
}

type ActiveCell = { active: GridCell; focus: (cell: GridCell) => void; setActive: (cell: GridCell) => void };

/** The cell in the tab order; `focus` scrolls to a cell and focuses it. */
function useActiveCell(rows: number, columns: number, scroll: GridScroll): ActiveCell {
  const [wanted, setActive] = useState<GridCell>({ line: FIRST_ROW_LINE, column: 0 });
  const lastLine = rows === 0 ? FILTER_LINE : FIRST_ROW_LINE + rows - 1;
  const active = { line: Math.min(wanted.line, lastLine), column: Math.min(wanted.column, columns - 1) };
  const isWanted = useRef(false);
  const { box, view, scrollTo } = scroll;
  useLayoutEffect(() => {
    const cell = isWanted.current && box.current?.querySelector<HTMLElement>(selectorOf(wanted));
    if (!cell) return;
    isWanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [wanted, box]);
  const focus = (cell: GridCell) => {
    isWanted.current = true;
    setActive({ ...cell });
    if (cell.line < FIRST_ROW_LINE) return;
    const exactTop = box.current?.scrollTop ?? 0;
    const next = topShowing(cell.line - FIRST_ROW_LINE, { count: rows, top: exactTop, view });
    if (next !== exactTop) scrollTo(next);
  };
  return { active, focus, setActive };
}

/** Returns focus to the row whose timeline was open, even after navigating to others. */
function useFocusAfter(openRow: number | null, focusRow: (row: number) => void): void {
  const before = useRef(openRow);
  useEffect(() => {
    const closed = before.current;
    before.current = openRow;
    if (openRow === null && closed !== null) focusRow(closed);
  });
}

function selectorOf({ line, column }: GridCell): string {
  return `[data-line="${line}"] > [data-column="${column}"]`;
}

/** The cell that contains an element. */
function cellAt(target: EventTarget): GridCell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const line = cell?.closest<HTMLElement>("[data-line]");
  return cell && line ? { line: Number(line.dataset.line), column: Number(cell.dataset.column) } : null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("input, select, button, .popover") !== null;
}

function isEdge(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-edge]") !== null;
}

function controlIn(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.querySelector<HTMLElement>("input, select, button") : null;
}

/**
 * The line that a key in a filter moves to: Escape to its own cell, down from a text field to the rows. A select uses
 * down itself.
 */
function wayOut({ key, target }: KeyboardEvent): number | null {
  if (!(target instanceof Element) || target.closest(".popover")) return null;
  if (key === "Escape") return FILTER_LINE;
  return key === "ArrowDown" && target instanceof HTMLInputElement ? FIRST_ROW_LINE : null;
}
