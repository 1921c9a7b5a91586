import type { RowData } from "@tanstack/react-table";
import type { CSSProperties, ReactNode } from "react";
import type { ExportKind, ExportValue } from "#exports/export-table.ts";
import type { Sort } from "#lib/sort.ts";

/**
 * What the values of a column are: shares from 0 to 1, points of a percentage (1.5 is "+1.5 points"), days and instants
 * in ms since 1970 UTC, durations in ms.
 */
export type ValueKind = ExportKind | "points";

type CellAttributes = {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Over so many columns. */
  colSpan?: number | undefined;
};

type Drawn<Row> = {
  id: string;
  header: string;
  /** The header as it is drawn, where that is more than its text. */
  head?: ReactNode;
  /** Of the header and the cells. */
  className?: string | undefined;
  /** Attributes of the cell itself. */
  cellProps?: (row: Row) => CellAttributes;
  /** The cell as it is drawn, where that is more than its value. */
  cell?: (row: Row) => ReactNode;
};

/** A column of values: the same definition draws, sorts and exports them. */
export type ValueColumn<Row> = Drawn<Row> & {
  kind: ValueKind | ((row: Row) => ValueKind);
  /** Null where there is none: drawn as a dash, sorted last, an empty cell of a file. */
  value: (row: Row) => ExportValue;
  /** What it is sorted by, where that is more exact than the value. */
  sortValue?: (row: Row) => ExportValue;
  /** The code behind a name, for files. */
  code?: (row: Row) => string | null;
  /** What stands beside the value, for files. */
  note?: (row: Row) => string | null;
  /** Without it texts are sorted upwards first, and figures downwards. */
  sortDescFirst?: boolean;
};

/** A column that is only looked at: bars, sparklines, buttons. It is neither sorted nor exported. */
export type PictureColumn<Row> = Drawn<Row> & { cell: (row: Row) => ReactNode; value?: undefined };

export type Column<Row> = ValueColumn<Row> | PictureColumn<Row>;

export type TableSort = { by: Sort; onSort: (by: Sort) => void };

/** A table: what it says, and in which order. */
export type TableModel<Row extends RowData> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows that stay below the others, however these are sorted: totals, all that is not named. */
  bottomRows?: readonly Row[] | undefined;
  rowClass?: (row: Row) => string | undefined;
  caption?: string | undefined;
  /** The caption is said by a heading already: it is for screen readers only. */
  isCaptionHidden?: boolean;
  className?: string;
  /** Without it the rows stay in their order, and no header can be pressed. */
  sort?: TableSort | undefined;
};

export function isValueColumn<Row>(column: Column<Row>): column is ValueColumn<Row> {
  return column.value !== undefined;
}

export function columnKindOf<Row>({ kind }: ValueColumn<Row>, row: Row): ValueKind {
  return typeof kind === "function" ? kind(row) : kind;
}
