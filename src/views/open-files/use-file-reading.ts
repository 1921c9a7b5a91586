import { useEffect, useState } from "react";
import { READING_FLAG, setMark } from "#dashboard/context/opened-files.ts";
import type { FilesReport } from "#local-files/file-store.ts";
import { fileStore } from "#local-files/open-store.ts";
import type { ReadChoices, ReadProgress } from "#local-files/read-files.ts";

/** Limit of files opened at once. */
export const MAX_FILES = 200;

/** Counting stops here. */
const MAX_COUNTED = 10_000;

/** The dropped files, including those in folders, by name; hidden ones are left out. */
export async function droppedFiles(dropped: readonly (FileSystemEntry | File | null)[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = dropped.filter((item) => item !== null);
  for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
    if (files.length >= MAX_COUNTED) break;
    if (item instanceof File) files.push(item);
    else if (item.name.startsWith(".") || item.name === "__MACOSX") continue;
    else if (item.isDirectory) waiting.push(...(await entriesOf(item as FileSystemDirectoryEntry)));
    else files.push(await fileOf(item as FileSystemFileEntry));
  }
  return files;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** The browser returns a folder's entries in batches. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (more.length === 0) break;
    entries.push(...more);
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export type FileReading =
  | { kind: "reading"; progress: ReadProgress | null; before: FilesReport | null }
  | { kind: "report"; report: FilesReport; names: readonly string[] }
  | { kind: "too-many-files"; count: number }
  | { kind: "no-files" | "failed" };

type Shown = Exclude<FileReading, { kind: "reading" }> | { kind: "reading"; progress: ReadProgress | null };

/** The report to show; null without one. */
export function reportOf(reading: FileReading): FilesReport | null {
  if (reading.kind === "report") return reading.report;
  return reading.kind === "reading" ? reading.before : null;
}

/**
 * Reads files, again after each choice; `before` is the id of files to add them to, or whose newer import they
 * are (`isNewer`; null: by their formats). The previous report stays meanwhile, and with it the focus in it.
 */
export function useFileReading(
  picked: Promise<readonly File[]>,
  choices: ReadChoices,
  before: number | null,
  isNewer: boolean | null,
): FileReading {
  const [reading, setReading] = useState<FileReading>({ kind: "reading", progress: null, before: null });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Shown) => {
      if (isCurrent)
        setReading((last) => (next.kind === "reading" ? { ...next, before: reportOf(last) } : next));
    };
    show({ kind: "reading", progress: null });
    setMark(READING_FLAG, true);
    void read(picked, choices, before === null ? null : { id: before, isNewer }, show).finally(
      () => isCurrent && setMark(READING_FLAG, false),
    );
    return () => {
      isCurrent = false;
      setMark(READING_FLAG, false);
      void fileStore().cancel();
    };
  }, [picked, choices, before, isNewer]);
  return reading;
}

async function read(
  picked: Promise<readonly File[]>,
  choices: ReadChoices,
  before: { id: number; isNewer: boolean | null } | null,
  show: (reading: Shown) => void,
): Promise<void> {
  try {
    const files = await picked;
    if (files.length > MAX_FILES) return show({ kind: "too-many-files", count: files.length });
    if (files.length === 0) return show({ kind: "no-files" });
    const onProgress = (progress: ReadProgress) => show({ kind: "reading", progress });
    const report = await fileStore().read(files, choices, before, onProgress);
    if (report) show({ kind: "report", report, names: files.map(({ name }) => name) });
  } catch {
    show({ kind: "failed" });
  }
}
