import type { RowData } from "@tanstack/react-table";
import { Fragment, type ReactNode } from "react";
import type { ExportColumn, ExportKind, ExportTable, ExportValue } from "#exports/export-table.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { columnKindOf, isValueColumn, type TableModel, type ValueColumn } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { sortedRows } from "./table-options.ts";

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

/** A table for export: all rows in displayed order, exact values; `title` replaces the caption. */
export function exportTable<Row extends RowData>(
  model: TableModel<Row>,
  title: string,
  i18n: I18n,
): ExportTable {
  const rows = sortedRows(model, i18n.locale);
  const columns = model.columns.filter(isValueColumn);
  return {
    title: model.caption?.trim() || title,
    size: rows.length,
    columns: columns.flatMap((column) => exportColumns(column, rows, i18n)),
  };
}

/**
 * The exported columns of a column: a column of codes is added where they differ from the names, a column of notes
 * where there are any. Mixed kinds are given per row.
 */
function exportColumns<Row>(column: ValueColumn<Row>, rows: readonly Row[], { t }: I18n): ExportColumn[] {
  const name = inOneLine(column.header);
  const values = rows.map((row) => plainValue(column.value(row)));
  const kinds = rows.map((row, at) => exportKind(columnKindOf(column, row), values[at] ?? null));
  const used = new Set(kinds.filter((_, at) => typeof values[at] === "number"));
  const [kind = "text"] = used;
  const [codes, notes] = [textsOf(rows, column.code), textsOf(rows, column.note)];
  const hasCodes = codes.some((code, at) => code !== null && !isSaid(code, values[at] ?? null));
  const isHours = used.size === 1 && kind === "duration";
  return [
    {
      name: isHours ? t("export.column.hours", { column: name }) : name,
      kind,
      read: (row) => values[row] ?? null,
      ...(used.size > 1 ? { kindAt: (row: number) => kinds[row] ?? "text" } : {}),
    },
    ...(hasCodes ? [textColumn(t("export.column.code", { column: name }), codes)] : []),
    ...(notes.some((note) => note !== null)
      ? [textColumn(t("export.column.note", { column: name }), notes)]
      : []),
  ];
}

function textsOf<Row>(
  rows: readonly Row[],
  read: ((row: Row) => string | null) | undefined,
): (string | null)[] {
  return rows.map((row) => read?.(row) ?? null);
}

function textColumn(name: string, texts: readonly (string | null)[]): ExportColumn {
  return { name, kind: "text", read: (row) => texts[row] ?? null };
}

function plainValue(value: ExportValue): ExportValue {
  return typeof value === "string" ? inOneLine(value) || null : value;
}

/** Integers export as counts, so that a spreadsheet groups their digits; points have no number format. */
function exportKind(kind: ReturnType<typeof columnKindOf>, value: ExportValue): ExportKind {
  if (kind !== "count" && kind !== "number" && kind !== "points") return kind;
  return Number.isInteger(value) ? "count" : "number";
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether a code equals its name: "won" and "Won". */
function isSaid(code: string, name: ExportValue): boolean {
  return String(name).toLowerCase() === code.toLowerCase();
}
