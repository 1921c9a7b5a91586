import type { FileData } from "#config/app-config.ts";
import { createObservable } from "#lib/observable.ts";
import type { DataClient } from "#queries/data-client.ts";

/** Files opened in the page, used instead of the service. */
export type OpenedFiles = {
  /** Their id in the store. */
  id: number;
  /** When they were read (ms since 1970 UTC). */
  at: number;
  data: FileData;
  dataClient: DataClient;
  isKept: boolean;
  /** The previous state and address, for undo. */
  before: { files: OpenedFiles | null; address: string } | null;
};

/** Null while the service is used. */
export const openedFiles = createObservable<OpenedFiles | null>(null);

/** Files chosen or dropped, to be read. */
export const pickedFiles = createObservable<Promise<readonly File[]> | null>(null);

/** Notices about files outside the dialog. */
export type FilesNotice =
  | "no-room"
  | "not-kept"
  | "forgotten"
  | "not-forgotten"
  | "other-tab"
  | "interrupted"
  | "not-restored";

export const filesNotice = createObservable<FilesNotice | null>(null);

// Referenced here, or it could be garbage-collected while the browser's dialog is open.
let input: HTMLInputElement | null = null;

/** Opens the browser's file dialog. */
export function pickFiles(): void {
  chooseFiles((chosen) => Promise.resolve(chosen));
}

/** The same, for files to be read together with those already picked. */
export function pickMoreFiles(): void {
  chooseFiles(async (chosen) => [...((await pickedFiles.get()) ?? []), ...chosen]);
}

function chooseFiles(picked: (chosen: readonly File[]) => Promise<readonly File[]>): void {
  input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => pickedFiles.set(picked([...(input?.files ?? [])])));
  input.click();
}

/** Storage keys: `localStorage` while files are kept, `sessionStorage` while some are being read. */
export const KEPT_FLAG = "files-kept";
export const READING_FLAG = "files-reading";
