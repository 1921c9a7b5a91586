import {
  type ColumnOrderState,
  type ColumnPinningState,
  type ColumnSizingState,
  type ColumnVisibilityState,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  type ReactTable,
  rowSortingFeature,
  type SortingState,
  type TableOptions,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { ReferralColumn, ReferralKeys, ShownColumn } from "#selection/keys/referrals.ts";
import { REFERRAL_COLUMNS, REFERRAL_KEYS } from "#selection/keys/referrals.ts";
import { heldWidth, USUAL_WIDTHS, type Widths } from "./column-layout.ts";
import type { ListColumn, ListRow } from "./list-cell.tsx";
import type { ListColumns } from "./list-columns.tsx";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

export type DrawnRow = ListRow & { index: number };

/** For users of columns only, who then do not re-render on scrolling. */
export const NO_ROWS: DrawnRow[] = [];

export type GridTable = ReactTable<typeof features, DrawnRow>;

/** State of the list in the address (order, columns) and browser (widths), with its setters. */
export type GridState = {
  keys: Pick<ReferralKeys, "columns" | "sort">;
  change: (part: Partial<Pick<ReferralKeys, "columns" | "sort">>) => void;
  widths: Widths;
  onWidths: (widths: Widths) => void;
};

/**
 * The list in TanStack Table, which manages order, visibility, widths and pinning. `data` are only the rendered rows:
 * sorting is done on columns, far faster than on row objects.
 */
export function useGridTable(state: GridState, columns: ListColumns, data: DrawnRow[]): GridTable {
  // Stable while scrolling: new definitions would be new columns.
  const defs = useMemo(() => columnDefs(columns), [columns]);
  return useTable(gridOptions(state, defs, data));
}

type GridOptions = TableOptions<typeof features, DrawnRow>;

export function columnDefs(
  columns: Record<ReferralColumn, Pick<ListColumn, "header" | "value" | "sortDescFirst" | "width">>,
): GridOptions["columns"] {
  return REFERRAL_COLUMNS.map((id) => ({
    id,
    header: columns[id].header,
    accessorFn: columns[id].value,
    sortDescFirst: columns[id].sortDescFirst ?? false,
    size: columns[id].width ?? USUAL_WIDTHS[id],
  }));
}

export function gridOptions(
  { keys, change, widths, onWidths }: GridState,
  columns: GridOptions["columns"],
  data: DrawnRow[],
): GridOptions {
  const state = { ...columnState(keys.columns), columnSizing: widths, sorting: [...keys.sort] };
  const set = <T>(now: T, updater: Updater<T>): T =>
    typeof updater === "function" ? (updater as (old: T) => T)(now) : updater;
  const onColumns = (part: Partial<ColumnState>) => change({ columns: shownColumns({ ...state, ...part }) });
  return {
    features,
    data,
    columns,
    manualSorting: true,
    state,
    onSortingChange: (next) => {
      const sort = set<SortingState>(state.sorting, next) as unknown as ReferralKeys["sort"];
      change({ sort: sort.length > 0 ? sort : REFERRAL_KEYS.sort.fallback });
    },
    onColumnOrderChange: (next) => onColumns({ columnOrder: set(state.columnOrder, next) }),
    onColumnPinningChange: (next) => onColumns({ columnPinning: set(state.columnPinning, next) }),
    onColumnVisibilityChange: (next) => onColumns({ columnVisibility: set(state.columnVisibility, next) }),
    onColumnSizingChange: (next) => onWidths(heldWidths(set<ColumnSizingState>(widths, next))),
  };
}

type ColumnState = {
  columnOrder: ColumnOrderState;
  columnPinning: ColumnPinningState;
  columnVisibility: ColumnVisibilityState;
};

/** Hidden columns are last, so a column shown again comes last. */
export function columnState(shown: readonly ShownColumn[]): ColumnState {
  const ids = shown.map(({ column }) => column);
  const hidden = REFERRAL_COLUMNS.filter((column) => !ids.includes(column));
  return {
    columnOrder: [...ids, ...hidden],
    columnPinning: { start: shown.flatMap(({ column, isPinned }) => (isPinned ? [column] : [])), end: [] },
    columnVisibility: Object.fromEntries(hidden.map((column) => [column, false])),
  };
}

/** The columns as the address stores them, pinned ones first. */
export function shownColumns({ columnOrder, columnPinning, columnVisibility }: ColumnState): ShownColumn[] {
  const isShown = (id: string) => columnVisibility[id] !== false;
  const pinned = columnPinning.start.filter(isShown);
  const others = columnOrder.filter((id) => isShown(id) && !pinned.includes(id));
  return [
    ...pinned.map((id) => ({ column: id as ReferralColumn, isPinned: true })),
    ...others.map((id) => ({ column: id as ReferralColumn, isPinned: false })),
  ];
}

function heldWidths(sizes: ColumnSizingState): Widths {
  return Object.fromEntries(Object.entries(sizes).map(([id, width]) => [id, heldWidth(width)]));
}

/** Null resets the width. */
export function resizeColumn(table: GridTable, column: ReferralColumn, width: number | null): void {
  if (width === null) table.getColumn(column)?.resetSize();
  else table.setColumnSizing((old) => ({ ...old, [column]: width }));
}

/** Moves a column by one position within the pinned or unpinned ones. */
export function moveColumn(table: GridTable, id: ReferralColumn, by: 1 | -1): void {
  const isPinned = table.getColumn(id)?.getIsPinned() === "start";
  if (isPinned) table.setColumnPinning((old) => ({ ...old, start: moved(old.start, id, by) }));
  else table.setColumnOrder((old) => withMoved(old, table.getCenterVisibleLeafColumns(), id, by));
}

/** Hidden and pinned columns keep their positions. */
function withMoved(
  order: readonly string[],
  shown: readonly { id: string }[],
  id: string,
  by: 1 | -1,
): string[] {
  const ids = shown.map((column) => column.id);
  const next = moved(ids, id, by);
  return order.map((one) => (ids.includes(one) ? (next[ids.indexOf(one)] ?? one) : one));
}

function moved(ids: readonly string[], id: string, by: 1 | -1): string[] {
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (other === undefined) return [...ids];
  return ids.map((one) => (one === id ? other : one === other ? id : one));
}
