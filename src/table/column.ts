import type { RowData } from "@tanstack/react-table";
import type { CSSProperties, ReactNode } from "react";
import type { ExportKind, ExportValue } from "#exports/export-table.ts";
import type { Sort } from "#lib/sort.ts";

/**
 * Kinds of values: `share` is 0 to 1, `points` percentage points (1.5 is "+1.5 points"), days and instants are ms since
 * 1970 UTC, durations ms.
 */
export type ValueKind = ExportKind | "points";

type CellAttributes = {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  colSpan?: number | undefined;
};

type Drawn<Row> = {
  id: string;
  header: string;
  /** Rendered header, if it is more than its text. */
  head?: ReactNode;
  /** For header and cells. */
  className?: string | undefined;
  cellProps?: (row: Row) => CellAttributes;
  /** Rendered cell, if it is more than its value. */
  cell?: (row: Row) => ReactNode;
};

/** A column of values: rendering, sorting and export share its definition. */
export type ValueColumn<Row> = Drawn<Row> & {
  kind: ValueKind | ((row: Row) => ValueKind);
  /** Null renders as a dash, sorts last and exports as an empty cell. */
  value: (row: Row) => ExportValue;
  /** Sort key, if more exact than the value. */
  sortValue?: (row: Row) => ExportValue;
  /** The code behind a name, for exports. */
  code?: (row: Row) => string | null;
  /** A note beside the value, for exports. */
  note?: (row: Row) => string | null;
  /** By default texts sort ascending first, figures descending. */
  sortDescFirst?: boolean;
};

/** A column without values (bars, sparklines, buttons): neither sorted nor exported. */
export type PictureColumn<Row> = Drawn<Row> & { cell: (row: Row) => ReactNode; value?: undefined };

export type Column<Row> = ValueColumn<Row> | PictureColumn<Row>;

export type TableSort = { by: Sort; onSort: (by: Sort) => void };

export type TableModel<Row extends RowData> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Rows that stay at the bottom in any order: totals, others. */
  bottomRows?: readonly Row[] | undefined;
  rowClass?: (row: Row) => string | undefined;
  caption?: string | undefined;
  /** Hides the caption visually, where a heading says the same. */
  isCaptionHidden?: boolean;
  className?: string;
  /** Without it the table cannot be sorted. */
  sort?: TableSort | undefined;
};

export function isValueColumn<Row>(column: Column<Row>): column is ValueColumn<Row> {
  return column.value !== undefined;
}

export function columnKindOf<Row>({ kind }: ValueColumn<Row>, row: Row): ValueKind {
  return typeof kind === "function" ? kind(row) : kind;
}
