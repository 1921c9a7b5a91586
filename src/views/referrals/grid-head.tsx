import { type PointerEvent, type ReactNode, useRef } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { ReferralColumn, Where } from "#selection/keys/referrals.ts";
import { ariaSort } from "#table/table-options.ts";
import { ColumnFilter } from "./column-filter.tsx";
import type { LaidColumn } from "./column-layout.ts";
import type { ColumnFilterOptions } from "./filter-options.ts";
import { FILTER_LINE, type GridCell, HEAD_LINE } from "./grid-moves.ts";
import type { ListColumns } from "./list-columns.tsx";
import { type GridState, type GridTable, NO_ROWS, resizeColumn, useGridTable } from "./use-grid-table.ts";

export type GridHeadProps = {
  columns: readonly LaidColumn[];
  state: GridState;
  names: ListColumns;
  where: Where;
  options: ColumnFilterOptions;
  active: GridCell;
  onWhere: (where: Where, isTyping: boolean) => void;
};

/** Column headers, which sort, and column filters below them. */
export function GridHead(props: GridHeadProps): ReactNode {
  const { columns, state, names, where, options, active, onWhere } = props;
  const table = useGridTable(state, names, NO_ROWS);
  const { t } = useI18n();
  const cell = ({ column, isPinned, start }: LaidColumn, place: number, line: number) => {
    const tabIndex = active.line === line && active.column === place ? (0 as const) : (-1 as const);
    return {
      "aria-colindex": place + 1,
      "data-column": place,
      tabIndex,
      className: `grid__cell grid__cell--${column}${isPinned ? " grid__pinned" : ""}`,
      style: isPinned ? { insetInlineStart: start } : undefined,
    };
  };
  return (
    <thead className="grid__head">
      <tr className="grid__names" aria-rowindex={HEAD_LINE + 1} data-line={HEAD_LINE}>
        {columns.map((laid, place) => (
          <th
            key={laid.column}
            scope="col"
            aria-sort={ariaSort(table.getColumn(laid.column)?.getIsSorted() ?? false)}
            title={t(`list.column.${laid.column}.meaning`)}
            {...cell(laid, place, HEAD_LINE)}
          >
            <span className="grid__name">{names[laid.column].header}</span>
            <SortMark table={table} column={laid.column} />
            <ColumnEdge width={laid.width} onWidth={(width) => resizeColumn(table, laid.column, width)} />
          </th>
        ))}
      </tr>
      <tr className="grid__filters" aria-rowindex={FILTER_LINE + 1} data-line={FILTER_LINE}>
        {columns.map((laid, place) => {
          const attributes = cell(laid, place, FILTER_LINE);
          return (
            <td key={laid.column} {...attributes}>
              <ColumnFilter
                column={laid.column}
                name={names[laid.column].header}
                where={where}
                options={options[laid.column] ?? []}
                tabIndex={attributes.tabIndex}
                onChange={onWhere}
              />
            </td>
          );
        })}
      </tr>
    </thead>
  );
}

/** Sort direction, and the position among several sort columns. */
function SortMark({ table, column }: { table: GridTable; column: ReferralColumn }): ReactNode {
  const { formats } = useI18n();
  const sorted = table.getColumn(column)?.getIsSorted();
  if (!sorted) return null;
  return (
    <span className="grid__sort" aria-hidden="true">
      {sorted === "desc" ? "↓" : "↑"}
      {table.state.sorting.length > 1 && (
        <sub>{formats.count((table.getColumn(column)?.getSortIndex() ?? 0) + 1)}</sub>
      )}
    </span>
  );
}

type ColumnEdgeProps = { width: number; onWidth: (width: number | null) => void };

/** A drag handle to resize a column; Shift and an arrow key on its header do the same. */
function ColumnEdge({ width, onWidth }: ColumnEdgeProps): ReactNode {
  const drawn = useRef<{ from: number; width: number; forward: 1 | -1 } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    const edge = event.currentTarget;
    edge.setPointerCapture(event.pointerId);
    const isRtl = getComputedStyle(edge).direction === "rtl";
    drawn.current = { from: event.clientX, width, forward: isRtl ? -1 : 1 };
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    const start = drawn.current;
    if (start) onWidth(start.width + (clientX - start.from) * start.forward);
  };
  const end = () => {
    drawn.current = null;
  };
  return (
    <span
      className="grid__edge"
      data-edge="true"
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
