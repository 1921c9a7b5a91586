import {
  constructTable,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortDirection,
  type TableOptions,
  tableFeatures,
} from "@tanstack/react-table";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { type Column, isValueColumn, type TableModel, type ValueColumn } from "./column.ts";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;

/** Options for TanStack Table. Null sorts last in both directions; sorting is stable. */
export function tableOptions<Row extends RowData>(
  { columns, rows, rowKey, sort }: TableModel<Row>,
  locale: string,
): TableOptions<Features, Row> {
  const { compare } = new Intl.Collator(locale);
  const sorting = [...(sort?.by ?? [])];
  return {
    features,
    columns: columns.map((column) => columnDef(column, compare)),
    data: rows as Row[],
    getRowId: rowKey,
    enableSorting: sort !== undefined,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (next) => sort?.onSort(typeof next === "function" ? next(sorting) : next),
  };
}

type Def<Row extends RowData> = TableOptions<Features, Row>["columns"][number];

function columnDef<Row extends RowData>(
  column: Column<Row>,
  compare: (a: string, b: string) => number,
): Def<Row> {
  const { id, header } = column;
  if (!isValueColumn(column)) return { id, header };
  const { value, sortValue = value } = column;
  return {
    id,
    header,
    accessorFn: (row: Row) => sortValue(row) ?? undefined,
    sortFn: (a, b) => {
      const [one, other] = [a.getValue<unknown>(id), b.getValue<unknown>(id)];
      if (typeof one === "number" && typeof other === "number") return one - other;
      return compare(String(one), String(other));
    },
    sortDescFirst: isDescendingFirst(column),
    sortUndefined: "last",
  };
}

function isDescendingFirst<Row>({ sortDescFirst, kind }: ValueColumn<Row>): boolean {
  return sortDescFirst ?? kind !== "text";
}

/** All rows in displayed order, without rendering. */
export function sortedRows<Row extends RowData>(model: TableModel<Row>, locale: string): Row[] {
  const options = tableOptions(model, locale);
  const table = constructTable({
    ...options,
    features: { ...features, coreReactivityFeature: storeReactivityBindings() },
  } as TableOptions<Features, Row>);
  return [...table.getRowModel().rows.map(({ original }) => original), ...(model.bottomRows ?? [])];
}

export function ariaSort(sorted: false | SortDirection): "ascending" | "descending" | "none" {
  if (sorted === false) return "none";
  return sorted === "asc" ? "ascending" : "descending";
}
