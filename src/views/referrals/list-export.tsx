import type { ReactNode } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import type { Defined } from "#dashboard/panel/explain.tsx";
import { isIncomplete, useExportAbout } from "#dashboard/panel/export-about.ts";
import { ExportMenu } from "#dashboard/panel/export-menu.tsx";
import type { QuerySource } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import type { ReferralKeys } from "#selection/keys/referrals.ts";
import { useDrillParts } from "./drill-words.ts";
import { listColumns } from "./list-columns.ts";
import { useNarrowWords } from "./narrow-words.ts";
import type { List } from "./use-list.ts";

export type ListExportProps = {
  list: List;
  drill: Drill;
  keys: ReferralKeys;
  figures: readonly Defined[];
  source: QuerySource;
};

/** Takes the list away as it is shown: its columns in their order, and all its rows, also those out of sight. */
export function ListExport({ list, drill, keys, figures, source }: ListExportProps): ReactNode {
  const i18n = useI18n();
  const { words, formats } = i18n;
  const sizeName = useSizeName();
  const parts = useDrillParts(drill);
  const narrowed = useNarrowWords(keys);
  const { all, shown } = list;
  const title = words("list.title", { count: shown.length });
  const about = useExportAbout({ title, figures, source });
  const left = words("list.shown", { shown: formats.count(shown.length), all: formats.count(all.length) });
  const content = async () => {
    const columns = keys.columns.map(({ column }) => column);
    return {
      tables: [{ title, size: shown.length, columns: listColumns(list, columns, i18n, sizeName) }],
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
