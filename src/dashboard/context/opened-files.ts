import type { FileData } from "#config/app-config.ts";
import { createObservable } from "#lib/observable.ts";
import type { DataClient } from "#queries/data-client.ts";

/** Files that the reader has opened in the page; they answer instead of the service. */
export type OpenedFiles = {
  /** Their number in the store. */
  id: number;
  data: FileData;
  dataClient: DataClient;
  isKept: boolean;
  /** What was shown before, and where: for undo. */
  before: { files: OpenedFiles | null; address: string } | null;
};

/** Null while the service answers. */
export const openedFiles = createObservable<OpenedFiles | null>(null);

/** Files that somebody has chosen or dropped, to be read. */
export const pickedFiles = createObservable<Promise<readonly File[]> | null>(null);

/** What is to be said about files outside of the dialog. */
export type FilesNotice = "no-room" | "not-kept" | "forgotten" | "other-tab" | "interrupted" | "not-restored";

export const filesNotice = createObservable<FilesNotice | null>(null);

// Nothing else holds it while the browser's own dialog is open.
let input: HTMLInputElement | null = null;

/** Lets the reader choose files. */
export function pickFiles(): void {
  input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => pickedFiles.set(Promise.resolve([...(input?.files ?? [])])));
  input.click();
}

/** Names under which `localStorage` says that files are kept, and `sessionStorage` that some are being read. */
export const KEPT_FLAG = "files-kept";
export const READING_FLAG = "files-reading";
