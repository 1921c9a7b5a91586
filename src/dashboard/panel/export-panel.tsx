import { type ReactNode, type RefObject, Suspense, useState } from "react";
import { readTwin } from "#exports/twin-tables.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { type AboutParts, isIncomplete, useExportAbout } from "./export-about.ts";
import { type ExportContent, ExportMenu } from "./export-menu.tsx";

export type PanelExportProps = AboutParts & {
  name: string;
  /** What the panel shows: its picture, or its table. */
  picture: RefObject<HTMLElement | null>;
  twin: RefObject<HTMLElement | null>;
  table: () => ReactNode;
};

/** Takes away what a panel shows. Its figures are read from its table, which is made for the moment when it is not shown. */
export function PanelExport({ name, picture, twin, table, ...parts }: PanelExportProps): ReactNode {
  const { words } = useI18n();
  const about = useExportAbout(parts);
  const [reader, setReader] = useState<((made: Element) => void) | null>(null);
  const contentOf = (shown: Element): ExportContent => ({
    tables: readTwin(shown, parts.title, {
      code: (column) => words("export.column.code", { column }),
      note: (column) => words("export.column.note", { column }),
      hours: (column) => words("export.column.hours", { column }),
    }),
    notes: [...shown.querySelectorAll(".panel__note")].map(({ textContent }) => textContent ?? ""),
  });
  const content = () =>
    new Promise<ExportContent>((resolve) => {
      if (twin.current) resolve(contentOf(twin.current));
      else setReader(() => (made: Element) => resolve(contentOf(made)));
    });
  return (
    <>
      <ExportMenu
        name={name}
        title={parts.title}
        about={about}
        isIncomplete={isIncomplete(parts.source)}
        content={content}
        picture={() => picture.current}
      />
      {reader && (
        <Suspense fallback={null}>
          <div
            hidden
            ref={(made) => {
              if (made === null) return;
              reader(made);
              setReader(null);
            }}
          >
            {table()}
          </div>
        </Suspense>
      )}
    </>
  );
}
