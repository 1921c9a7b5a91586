import type { RowData } from "@tanstack/react-table";
import { Fragment, type ReactNode } from "react";
import type { ExportTable } from "#exports/export-table.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { TableModel } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { exportTable } from "./export-table.ts";

/** A table of whatever rows: what a panel shows instead of its chart, and writes into files. */
export type PanelTable = {
  draw: (key: number) => ReactNode;
  /** `title` stands in for a caption. */
  toExport: (title: string, i18n: I18n) => ExportTable;
};

/** `around` wraps what is drawn, as in a context of its own. */
export function panelTable<Row extends RowData>(
  model: TableModel<Row>,
  around: (drawn: ReactNode) => ReactNode = (drawn) => drawn,
): PanelTable {
  return {
    draw: (key) => <Fragment key={key}>{around(<DataTable {...model} />)}</Fragment>,
    toExport: (title, i18n) => exportTable(model, title, i18n),
  };
}
