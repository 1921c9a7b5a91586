import { type ReactNode, useState } from "react";
import { CSV_REGIONS, type CsvRegion, csvRegionOf, isCsvRegion } from "#exports/csv-region.ts";
import type { ExportFormat } from "#exports/export-table.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { Choice } from "#ui/choice.tsx";
import type { ExportContent, ExportMenuProps, ExportStatus } from "./export-state.ts";
import "./export.css";
import { fileName } from "#exports/file-name.ts";
import { openWriter } from "#exports/open-writer.ts";
import { drawPicture } from "#exports/picture.ts";
import { pngOf, svgOf } from "#exports/picture-file.ts";
import { exportRowsOf, runExport } from "#exports/run-export.ts";
import { saveFile } from "#exports/save-file.ts";
import { copyText } from "#lib/copy-text.ts";
import { useSelectionSentences } from "../context/selection-sentences.ts";
import { useView } from "../context/view-context.tsx";

type ExportChoicesProps = ExportMenuProps & {
  status: ExportStatus;
  onStatus: (status: ExportStatus) => void;
};

/** Export options, and the status of the running export. */
export function ExportChoices(props: ExportChoicesProps): ReactNode {
  const { picture, isIncomplete, title, status } = props;
  const { t } = useI18n();
  const [notes, setNotes] = useState(false);
  const [region, chooseRegion] = useCsvRegion();
  const { save, savePicture, copy } = useExport(props);
  const isBusy = status.kind === "running";
  const choice = (key: MessageKey, take: () => Promise<void>) => (
    <button type="button" className="link" disabled={isBusy} onClick={() => void take()}>
      {t(key)}
    </button>
  );
  const csv = (marks: CsvRegion | null): ExportFormat => ({
    kind: "csv",
    region: marks,
    notes: notes || isIncomplete,
  });
  return (
    <div className="export">
      <h3>{t("export.open", { name: title })}</h3>
      {isIncomplete && <p className="panel__mark">{t("export.incomplete")}</p>}
      {choice("export.csv", () => save(csv(null)))}
      <div className="export__excel">
        {choice("export.csvExcel", () => save(csv(region)))}
        <Choice
          isBare
          label={t("export.region")}
          value={region}
          options={REGIONS.map((key) => ({ key, name: t(`export.region.${key}`) }))}
          onChange={chooseRegion}
        />
      </div>
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

function ExportStatusMessage({ status }: { status: ExportStatus }): ReactNode {
  return (
    <>
      {status.kind === "running" && <Running {...status} />}
      <div role="status">
        <Outcome status={status} />
      </div>
      {status.kind === "uncopied" && status.text.length <= MAX_TEXT && <ByHand text={status.text} />}
    </>
  );
}

/** The longest text that a text field shows quickly. */
const MAX_TEXT = 1_000_000;

function Outcome({ status }: { status: ExportStatus }): ReactNode {
  const { t } = useI18n();
  const isFramed = window.parent !== window;
  if (status.kind === "saved") {
    return (
      <>
        <p className="export__name">{t("export.saved", { name: status.name })}</p>
        {isFramed && <p className="second">{t("export.savedFramed")}</p>}
      </>
    );
  }
  if (status.kind === "copied") return <p>{t("export.copied", { count: status.rows })}</p>;
  if (status.kind === "failed" || status.kind === "cancelled") return <p>{t(`export.${status.kind}`)}</p>;
  if (status.kind !== "uncopied") return null;
  return <p>{t(status.text.length > MAX_TEXT ? "export.tooLong" : "export.uncopied")}</p>;
}

function Running({ written, total, cancel }: Extract<ExportStatus, { kind: "running" }>): ReactNode {
  const { t, formats } = useI18n();
  const values = { written: formats.count(written), total: formats.count(total) };
  return (
    <div className="export__running">
      <span>{t("export.running", values)}</span>
      <progress value={written} max={Math.max(total, 1)} aria-label={t("export.progress")} />
      <button type="button" className="button" onClick={cancel}>
        {t("export.cancel")}
      </button>
    </div>
  );
}

/** Text for copying by hand, selected on focus. */
function ByHand({ text }: { text: string }): ReactNode {
  const { t } = useI18n();
  return (
    <textarea
      className="input export__text"
      readOnly
      rows={6}
      aria-label={t("export.text")}
      value={text}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}

type RunExport = {
  save: (format: ExportFormat) => Promise<void>;
  savePicture: (ending: "svg" | "png") => Promise<void>;
  copy: () => Promise<void>;
};

/** Runs exports; reports to `onStatus` and never throws. */
function useExport(props: ExportChoicesProps): RunExport {
  const { name, title, about, isIncomplete, content, picture, onStatus } = props;
  const { period } = useView().viewData.resolved;
  const sentences = useSelectionSentences();

  const nameOf = (ending: "csv" | "xlsx" | "svg" | "png") =>
    fileName({ name, ...period, isIncomplete, ending });

  async function fileOf(format: ExportFormat, { tables, notes }: ExportContent, cancel: AbortController) {
    const run = {
      signal: cancel.signal,
      onProgress: (written: number, total: number) =>
        onStatus({ kind: "running", written, total, cancel: () => cancel.abort() }),
    };
    return runExport({ format, tables, about: about(notes) }, run, openWriter);
  }

  /** Runs `work` and reports cancellation and failure. */
  async function attempt(work: (cancel: AbortController) => Promise<void>): Promise<void> {
    const cancel = new AbortController();
    onStatus({ kind: "running", written: 0, total: 0, cancel: () => cancel.abort() });
    try {
      await work(cancel);
    } catch {
      onStatus({ kind: cancel.signal.aborted ? "cancelled" : "failed" });
    }
  }

  const keep = (file: Blob, called: string) => {
    saveFile(file, called);
    onStatus({ kind: "saved", name: called });
  };

  return {
    save: (format) =>
      attempt(async (cancel) => {
        const file = await fileOf(format, await content(), cancel);
        keep(file, nameOf(format.kind === "xlsx" ? "xlsx" : "csv"));
      }),
    copy: () =>
      attempt(async (cancel) => {
        const read = await content();
        const file = await fileOf({ kind: "tsv" }, read, cancel);
        const text = await file.text();
        const isCopied = await copyText(text);
        onStatus(isCopied ? { kind: "copied", rows: exportRowsOf(read.tables) } : { kind: "uncopied", text });
      }),
    savePicture: (ending) =>
      attempt(async () => {
        const root = picture?.();
        if (!root) throw new Error("No picture is shown.");
        const drawn = drawPicture(root, { title, lines: sentences });
        keep(ending === "svg" ? svgOf(drawn) : await pngOf(drawn), nameOf(ending));
      }),
  };
}

const REGIONS = Object.keys(CSV_REGIONS) as CsvRegion[];

/** Excel's region: by the page's language until the user chooses one. */
function useCsvRegion(): [CsvRegion, (region: CsvRegion) => void] {
  const { locale } = useI18n();
  const kept = readStored("csv-region");
  const [region, setRegion] = useState(isCsvRegion(kept) ? kept : csvRegionOf(locale));
  const choose = (chosen: CsvRegion) => {
    writeStored("csv-region", chosen);
    setRegion(chosen);
  };
  return [region, choose];
}
