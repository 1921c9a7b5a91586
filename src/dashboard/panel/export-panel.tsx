import type { ReactNode, RefObject } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { PanelTable } from "#table/panel-table.tsx";
import { type AboutParts, isIncomplete, useExportAbout } from "./export-about.ts";
import { ExportMenu } from "./export-menu.tsx";

export type PanelExportProps = AboutParts & {
  name: string;
  /** The chart, while the panel shows it. */
  picture: RefObject<HTMLElement | null>;
  tables: () => readonly PanelTable[];
  notes: readonly string[];
};

/** Exports what a panel shows: its tables, and its chart as a picture. */
export function PanelExport({ name, picture, tables, notes, ...parts }: PanelExportProps): ReactNode {
  const i18n = useI18n();
  const about = useExportAbout(parts);
  return (
    <ExportMenu
      name={name}
      title={parts.title}
      about={about}
      isIncomplete={isIncomplete(parts.source)}
      content={async () => ({ tables: tables().map((table) => table.toExport(parts.title, i18n)), notes })}
      picture={() => picture.current}
    />
  );
}
