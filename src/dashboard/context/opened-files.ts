import type { FileData } from "#config/app-config.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { createObservable } from "#lib/observable.ts";
import type { DataClient } from "#queries/data-client.ts";

/** Files opened in the page, used instead of the service. */
export type OpenedFiles = {
  /** Their id in the store. */
  id: number;
  /** When they were read (ms since 1970 UTC). */
  at: number;
  /** As they were read; `data` says which imports are kept. */
  facts: SourceFacts;
  data: FileData;
  /** The names of all files that the figures come from, also in earlier imports. */
  names: readonly string[];
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
  | "closed"
  | "closed-by-reload"
  | "not-restored";

export const filesNotice = createObservable<FilesNotice | null>(null);

// Referenced here, or it could be garbage-collected while the browser's dialog is open.
let input: HTMLInputElement | null = null;

/** Opens the browser's file dialog. */
export function pickFiles(): void {
  input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => readAlso(Promise.resolve([...(input?.files ?? [])])));
  input.click();
}

/** Reads files, together with those that are being read or reported on. */
export function readAlso(chosen: Promise<readonly File[]>): void {
  const picked = pickedFiles.get();
  const all = picked === null ? chosen : Promise.all([picked, chosen]).then((lists) => lists.flat());
  pickedFiles.set(all);
}

/** Storage key in `localStorage` while files are kept. */
export const KEPT_FLAG = "files-kept";

/** Storage keys in `sessionStorage` while files are being read, and while some are open that are not kept. */
export const READING_FLAG = "files-reading";
export const OPENED_FLAG = "files-opened";

/** Tells the page, should it be loaded again, what was going on. */
export function setMark(flag: string, isOn: boolean): void {
  try {
    if (isOn) sessionStorage.setItem(flag, "yes");
    else sessionStorage.removeItem(flag);
  } catch {
    // Storage may be blocked in a framed page.
  }
}

/** Whether a mark was set before the page was loaded; removes it. */
export function takeMark(flag: string): boolean {
  try {
    const isMarked = sessionStorage.getItem(flag) !== null;
    sessionStorage.removeItem(flag);
    return isMarked;
  } catch {
    return false;
  }
}
