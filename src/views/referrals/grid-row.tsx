import { memo, type ReactNode } from "react";
import type { LaidColumn } from "./column-layout.ts";
import { FIRST_ROW_LINE } from "./grid-moves.ts";
import type { ListColumns } from "./list-columns.tsx";
import { ROW_PX } from "./row-window.ts";

export type GridRowProps = {
  /** Index in the list. */
  index: number;
  /** Row in the table. */
  row: number;
  shift: number;
  /** Columns to render, in order. */
  columns: readonly LaidColumn[];
  content: ListColumns;
  /** The column in the tab order, if it is in this row. */
  tabStop: number | null;
  isOpen: boolean;
};

/** A row of the list. Memoised: scrolling must not re-render rows that stay visible. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { index, row, shift, columns, content, tabStop, isOpen } = props;
  return (
    <tr
      className={isOpen ? "grid__row grid__row--open" : "grid__row"}
      aria-rowindex={FIRST_ROW_LINE + index + 1}
      data-line={FIRST_ROW_LINE + index}
      style={{ insetBlockStart: index * ROW_PX - shift }}
    >
      {columns.map(({ column, isPinned, place, start }, at) => {
        const isBehindGap = at > 0 && columns[at - 1]?.place !== place - 1;
        const cell = {
          "aria-colindex": place + 1,
          "data-column": place,
          tabIndex: tabStop === place ? 0 : -1,
          className: `grid__cell grid__cell--${column}${isPinned ? " grid__pinned" : ""}`,
          style: isPinned
            ? { insetInlineStart: start }
            : isBehindGap
              ? { gridColumnStart: place + 1 }
              : undefined,
          children: content[column].cell?.({ row }),
        };
        return place === 0 ? <th key={column} scope="row" {...cell} /> : <td key={column} {...cell} />;
      })}
    </tr>
  );
});
