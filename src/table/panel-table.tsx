import type { RowData } from "@tanstack/react-table";
import { Fragment, type ReactNode } from "react";
import type { ExportTable } from "#exports/export-table.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { TableModel } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { exportTable } from "./export-table.ts";

/** A table with its row type erased: shown by a panel instead of its chart, and exported. */
export type PanelTable = {
  draw: (key: number) => ReactNode;
  /** `title` replaces the caption. */
  toExport: (title: string, i18n: I18n) => ExportTable;
};

/** `around` wraps the rendered table, for example in a context provider. */
export function panelTable<Row extends RowData>(
  model: TableModel<Row>,
  around: (drawn: ReactNode) => ReactNode = (drawn) => drawn,
): PanelTable {
  return {
    draw: (key) => <Fragment key={key}>{around(<DataTable {...model} />)}</Fragment>,
    toExport: (title, i18n) => exportTable(model, title, i18n),
  };
}

export function notedTable<Row extends RowData>(model: TableModel<Row>, note: string | null): PanelTable {
  return panelTable(model, (drawn) => (
    <>
      {drawn}
      {note && <p className="panel__note">{note}</p>}
    </>
  ));
}
