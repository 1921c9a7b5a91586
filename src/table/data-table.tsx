import { type RowData, useTable } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { Count, Percent } from "#ui/value.tsx";
import { type Column, columnKindOf, type TableModel } from "./column.ts";
import { ariaSort, tableOptions } from "./table-options.ts";

type DataTableProps<Row extends RowData> = TableModel<Row> & {
  /** Renders only the first rows of the sorted table. */
  limit?: number | undefined;
};

/** Renders a table; the first column is the row header. */
export function DataTable<Row extends RowData>({ limit, ...model }: DataTableProps<Row>): ReactNode {
  const { columns, bottomRows = [], rowKey, rowClass, className = "", caption, isCaptionHidden } = model;
  const table = useTable(tableOptions(model, useI18n().locale));
  const sorted = table
    .getRowModel()
    .rows.slice(0, limit)
    .map(({ original }) => original);
  return (
    <table className={`table ${className}`.trim()}>
      {caption && <caption className={isCaptionHidden ? "visually-hidden" : undefined}>{caption}</caption>}
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map(({ id, column }, at) => (
              <th
                key={id}
                scope="col"
                className={columns[at]?.className}
                aria-sort={column.getCanSort() ? ariaSort(column.getIsSorted()) : undefined}
              >
                {column.getCanSort() ? (
                  <SortButton
                    name={columns[at]?.header ?? ""}
                    onClick={() => column.toggleSorting(undefined, false)}
                  />
                ) : (
                  (columns[at]?.head ?? columns[at]?.header)
                )}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {[...sorted, ...bottomRows].map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {drawnColumns(columns, row).map((column) => (
              <Cell key={column.id} column={column} row={row} isHeader={column === columns[0]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A table in a horizontally scrolling container. */
export function ScrolledTable<Row extends RowData>(props: DataTableProps<Row>): ReactNode {
  return (
    <div className="table-scroll">
      <DataTable {...props} />
    </div>
  );
}

/** The columns rendered in a row: those covered by a colSpan are skipped. */
function drawnColumns<Row>(columns: readonly Column<Row>[], row: Row): Column<Row>[] {
  let end = 0;
  return columns.filter((column, at) => {
    if (at < end) return false;
    end = at + (column.cellProps?.(row).colSpan ?? 1);
    return true;
  });
}

type CellProps<Row> = { column: Column<Row>; row: Row; isHeader: boolean };

function Cell<Row>({ column, row, isHeader }: CellProps<Row>): ReactNode {
  const { className, ...more } = column.cellProps?.(row) ?? {};
  const classes = [column.className, className].filter(Boolean).join(" ") || undefined;
  const content = column.cell ? column.cell(row) : <Value column={column} row={row} />;
  if (isHeader)
    return (
      <th scope="row" className={classes} {...more}>
        {content}
      </th>
    );
  return (
    <td className={classes} {...more}>
      {content}
    </td>
  );
}

/** Renders a value by its kind. */
function Value<Row>({ column, row }: Omit<CellProps<Row>, "isHeader">): ReactNode {
  if (column.value === undefined) return null;
  const value = column.value(row);
  if (typeof value !== "number") return value ?? "–";
  return columnKindOf(column, row) === "share" ? <Percent value={value} /> : <Count value={value} />;
}

/**
 * The header of a sortable column. Browsers drop buttons from headers repeated in print; there print.css writes the
 * name.
 */
function SortButton({ name, onClick }: { name: string; onClick: () => void }): ReactNode {
  return (
    <span className="sort-name" data-name={name}>
      <button type="button" className="sort" onClick={onClick}>
        {name}
      </button>
    </span>
  );
}
