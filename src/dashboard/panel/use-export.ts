import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { ExportFormat } from "#exports/export-table.ts";
import { fileName } from "#exports/file-name.ts";
import { openWriter } from "#exports/open-writer.ts";
import { drawPicture } from "#exports/picture.ts";
import { pngOf, svgOf } from "#exports/picture-file.ts";
import { rowsOf, runExport } from "#exports/run-export.ts";
import { saveFile } from "#exports/save-file.ts";
import { copyText } from "#lib/copy-text.ts";
import type { ExportChoicesProps } from "./export-choices.tsx";
import type { ExportContent } from "./export-menu.tsx";

export type RunExport = {
  save: (format: ExportFormat) => Promise<void>;
  savePicture: (ending: "svg" | "png") => Promise<void>;
  copy: () => Promise<void>;
};

/** Does what the menu offers; what came of it is told by `onTaking`, and nothing is thrown. */
export function useExport(props: ExportChoicesProps): RunExport {
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

  /** Runs `work`, and says so when it is cancelled or fails. */
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
        onStatus(isCopied ? { kind: "copied", rows: rowsOf(read.tables) } : { kind: "uncopied", text });
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
