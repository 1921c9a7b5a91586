import "./open-files.css";
import { type ReactNode, Suspense, use, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { openedFiles, pickedFiles, pickFiles } from "#dashboard/context/opened-files.ts";
import type { DateOrder } from "#files/values/date-text.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import type { FilesReport } from "#local-files/file-store.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { useSelection } from "#selection/use-selection.ts";
import { viewAddress } from "#selection/view-address.ts";
import { Choice } from "#ui/choice.tsx";
import { FilesReportView } from "./files-report.tsx";
import { keepMapping, keptMappings } from "./kept-mappings.ts";
import { keepFiles, openRead } from "./open-actions.ts";
import { type FileReading, MAX_FILES, reportOf, useFileReading } from "./use-file-reading.ts";

export type OpenFilesDialogProps = { picked: Promise<readonly File[]> };

/** Reads files and reports on them; nothing changes until the user confirms. */
export function OpenFilesDialog({ picked }: OpenFilesDialogProps): ReactNode {
  const i18n = useI18n();
  use(i18n.loadFiles());
  use(i18n.loadViews());
  const { t } = i18n;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="files"
      aria-labelledby="files-title"
      onClose={() => pickedFiles.set(null)}
    >
      <h2 id="files-title" className="files__title">
        {t("files.title")}
      </h2>
      <Suspense>
        <Steps picked={picked} close={() => dialog.current?.close()} />
      </Suspense>
    </dialog>
  );
}

/** `newer`: an import of what is kept; changes since get their dates. */
type Mode = "newer" | "replace" | "add";

const MODES: readonly Mode[] = ["newer", "replace", "add"];

function Steps({ picked, close }: OpenFilesDialogProps & { close: () => void }): ReactNode {
  const { t } = useI18n();
  const opened = useObservable(openedFiles);
  // What is kept is at stake: until the reader chooses, the formats decide.
  const [chosen, setMode] = useState<Mode | null>(opened?.isKept ? null : "replace");
  const [kept, setKept] = useState(keptMappings);
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(null);
  const choices = useMemo(() => ({ dateOrder, mappings: kept.mappings }), [dateOrder, kept]);
  const reading = useFileReading(
    picked,
    choices,
    chosen === "replace" ? null : (opened?.id ?? null),
    chosen && chosen === "newer",
  );
  const report = reportOf(reading);
  const mode = chosen ?? (report && (report.isNewer ? "newer" : "add"));
  const open = useOpening(
    reading,
    { others: mode !== "replace" && opened ? opened.names : [], isNewer: mode === "newer" },
    close,
  );
  return (
    <>
      <Progress reading={reading} />
      {report && (
        <FilesReportView
          report={report}
          dateOrder={dateOrder}
          damaged={kept.damaged}
          onDateOrder={setDateOrder}
          onMapping={(key, mapping) => setKept(keepMapping(key, mapping))}
        />
      )}
      {opened && mode && (
        <Choice
          label={t("files.mode")}
          value={mode}
          options={(opened.isKept ? MODES : MODES.slice(1)).map((key) => ({ key, name: t(`files.${key}`) }))}
          onChange={setMode}
        />
      )}
      <div className="files__actions files__confirm">
        {open && (
          <button ref={nextStep} type="button" className="button button--primary" onClick={open}>
            {t("files.open")}
          </button>
        )}
        <button type="button" className="button" onClick={pickFiles}>
          {t("files.addFiles")}
        </button>
        <button type="button" className="button" onClick={close}>
          {t(reading.kind === "reading" || open ? "files.cancel" : "files.close")}
        </button>
      </div>
    </>
  );
}

/**
 * Takes the focus when it appears, if that is still where the dialog put it, on the button beside, or was on a choice
 * that is gone.
 */
function nextStep(button: HTMLElement | null): void {
  const places = [button?.nextElementSibling, button?.closest("dialog"), document.body];
  if (places.includes(document.activeElement as HTMLElement | null)) button?.focus();
}

/** Opens the files that were read; null while impossible. `others` are the names of files whose figures stay. */
function useOpening(
  reading: FileReading,
  { others, isNewer }: { others: readonly string[]; isNewer: boolean },
  close: () => void,
): (() => void) | null {
  const { t } = useI18n();
  const { selection } = useSelection();
  const [path, navigate] = useLocation();
  if (reading.kind !== "report" || !canOpen(reading.report)) return null;
  const names = [...new Set([...others, ...reading.names])];
  return async () => {
    const label = names.length > 3 ? t("files.count", { count: names.length }) : names.join(", ");
    await openRead(label, names, path + location.search);
    if (isNewer && openedFiles.get()?.data.facts.history?.problem === null) await keepFiles();
    // The selection is reset, because period and markets differ.
    navigate(
      viewAddress("overview", { ...selection, ...NO_FILTERS, from: null, to: null, basis: "created" }),
    );
    close();
  };
}

function canOpen({ problem, facts }: FilesReport): boolean {
  return problem === null && facts.tables.every(({ openDates }) => openDates.length === 0);
}

function Progress({ reading }: { reading: FileReading }): ReactNode {
  const { t, formats } = useI18n();
  return <p role="status">{words()}</p>;

  function words(): string {
    switch (reading.kind) {
      case "reading": {
        const { progress } = reading;
        if (progress === null) return t("files.starting");
        return t("files.reading", { ...progress, percent: formats.percent(progress.share) });
      }
      case "report":
        return reading.report.facts.loaded > 0
          ? t("files.found", { count: reading.report.facts.loaded })
          : "";
      case "too-many-files":
        return t("files.problem.too-many-files", { count: formats.count(reading.count), most: MAX_FILES });
      default:
        return t(`files.problem.${reading.kind}`);
    }
  }
}
