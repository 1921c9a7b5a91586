import { type ReactNode, useState } from "react";
import type { ExportFormat } from "#exports/export-table.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import type { ExportMenuProps, ExportStatus } from "./export-menu.tsx";
import { ExportStatusMessage } from "./export-status.tsx";
import { useExport } from "./use-export.ts";
import "./export.css";

export type ExportChoicesProps = ExportMenuProps & {
  status: ExportStatus;
  onStatus: (status: ExportStatus) => void;
};

/** The ways to take something away, and how far the one is that was chosen. */
export function ExportChoices(props: ExportChoicesProps): ReactNode {
  const { picture, isIncomplete, title, status } = props;
  const { t } = useI18n();
  const [notes, setNotes] = useState(false);
  const { save, savePicture, copy } = useExport(props);
  const isBusy = status.kind === "running";
  const choice = (key: MessageKey, take: () => Promise<void>) => (
    <button type="button" className="link" disabled={isBusy} onClick={() => void take()}>
      {t(key)}
    </button>
  );
  const csv = (bom: boolean): ExportFormat => ({ kind: "csv", bom, notes: notes || isIncomplete });
  return (
    <div className="export">
      <h3>{t("export.open", { name: title })}</h3>
      {isIncomplete && <p className="panel__mark">{t("export.incomplete")}</p>}
      {choice("export.csv", () => save(csv(false)))}
      {choice("export.csvBom", () => save(csv(true)))}
      {choice("export.xlsx", () => save({ kind: "xlsx" }))}
      {choice("export.copy", copy)}
      {picture?.() && choice("export.svg", () => savePicture("svg"))}
      {picture?.() && choice("export.png", () => savePicture("png"))}
      {!isIncomplete && (
        <label className="option">
          <input
            type="checkbox"
            checked={notes}
            onChange={({ currentTarget }) => setNotes(currentTarget.checked)}
          />
          {t("export.notes")}
        </label>
      )}
      <ExportStatusMessage status={status} />
    </div>
  );
}
