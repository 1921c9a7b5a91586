import type { ReactNode } from "react";
import type { Defined } from "#dashboard/panel/explain.tsx";
import { isIncomplete, useExportAbout } from "#dashboard/panel/export-about.ts";
import { ExportMenu } from "#dashboard/panel/export-menu.tsx";
import type { ExportColumn } from "#exports/export-table.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { QuerySource } from "#queries/query-source.ts";
import type { Rows } from "#records/rows.ts";
import type { Drill } from "#selection/drill.ts";
import type { ReferralKeys } from "#selection/keys/referrals.ts";
import { useDrillParts } from "./drill-sentences.ts";
import type { ListColumn, ListRow } from "./list-cell.tsx";
import { useListColumns } from "./list-columns.tsx";
import { useListFilterSentences } from "./list-filter-sentences.ts";
import type { List } from "./use-list.ts";

export type ListExportProps = {
  list: List;
  drill: Drill;
  keys: ReferralKeys;
  figures: readonly Defined[];
  source: QuerySource;
};

/** Exports the list as displayed: its columns in order, and all rows, also those not rendered. */
export function ListExport({ list, drill, keys, figures, source }: ListExportProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const columns = useListColumns(list);
  const parts = useDrillParts(drill);
  const narrowed = useListFilterSentences(keys);
  const { all, shown } = list;
  const title = t("list.title", { count: shown.length });
  const about = useExportAbout({ title, figures, source });
  const left = t("list.shown", { shown: formats.count(shown.length), all: formats.count(all.length) });
  const content = async () => {
    const shownColumns = keys.columns.flatMap(({ column }) => exportColumns(columns[column], shown, i18n));
    return {
      tables: [{ title, size: shown.length, columns: shownColumns }],
      notes: [...parts.map(({ text }) => text), ...(shown.length < all.length ? [...narrowed, left] : [])],
    };
  };
  return (
    <ExportMenu
      name="referrals"
      title={title}
      about={about}
      isIncomplete={isIncomplete(source)}
      content={content}
    />
  );
}

/**
 * A column of the list for export, read row by row without row objects; beside it codes, and between which imports a
 * date lies.
 */
function exportColumns(column: ListColumn, rows: Rows, { t }: I18n): ExportColumn[] {
  const { header, value, code, note } = column;
  const kind = column.kind as ExportColumn["kind"];
  const place = { row: 0 };
  const at = (index: number) => {
    place.row = rows[index] as number;
    return place;
  };
  const text = (key: "export.column.code" | "export.column.note", of: (row: ListRow) => string | null) => ({
    name: t(key, { column: header }),
    kind: "text" as const,
    read: (index: number) => of(at(index)),
  });
  const name = kind === "duration" ? t("export.column.hours", { column: header }) : header;
  return [
    { name, kind, read: (index) => value(at(index)) },
    ...(code ? [text("export.column.code", code)] : []),
    ...(note && rows.some((row) => note({ row }) !== null) ? [text("export.column.note", note)] : []),
  ];
}
