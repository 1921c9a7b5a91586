import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ExportTable } from "#exports/export-table.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import type { AboutOf } from "./export-about.ts";

const choices = () => import("./export-choices.tsx");
const ExportChoices = lazy(async () => ({ default: (await choices()).ExportChoices }));

/** What is taken away: its tables, and what stands below them in words. */
export type ExportContent = { tables: readonly ExportTable[]; notes: readonly string[] };

export type ExportMenuProps = {
  /** Its name in the address and in the names of files. */
  name: string;
  title: string;
  about: AboutOf;
  isIncomplete: boolean;
  /** Read when somebody takes it away. */
  content: () => Promise<ExportContent>;
  /** What its picture is drawn from, as it stands on the page; null where no picture is shown. */
  picture?: () => HTMLElement | null;
};

/** How far an export is; `uncopied` when the browser does not let the page copy a text. */
export type ExportStatus =
  | { kind: "idle" }
  | { kind: "running"; written: number; total: number; cancel: () => void }
  | { kind: "saved"; name: string }
  | { kind: "copied"; rows: number }
  | { kind: "uncopied"; text: string }
  | { kind: "cancelled" }
  | { kind: "failed" };

/** A button that exports what a panel or a table shows; an export goes on while its menu is closed. */
export function ExportMenu(props: ExportMenuProps): ReactNode {
  const { t, formats } = useI18n();
  const [status, setStatus] = useState<ExportStatus>({ kind: "idle" });
  const share = status.kind === "running" ? status.written / Math.max(status.total, 1) : null;
  return (
    <PopoverButton
      label={t("export.open", { name: props.title })}
      value={share === null ? "⤓" : formats.percent(share)}
      isQuiet
      content={() => (
        <Suspense fallback={<div className="export" />}>
          <ExportChoices {...props} status={status} onStatus={setStatus} />
        </Suspense>
      )}
    />
  );
}
