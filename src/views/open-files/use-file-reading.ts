import { useEffect, useState } from "react";
import { READING_FLAG } from "#dashboard/context/opened-files.ts";
import type { FilesReport } from "#local-files/file-store.ts";
import { fileStore } from "#local-files/open-store.ts";
import type { ReadChoices, ReadProgress } from "#local-files/read-files.ts";
import { MAX_FILES } from "./dropped-files.ts";

export type FileReading =
  | { kind: "reading"; progress: ReadProgress | null }
  | { kind: "report"; report: FilesReport; names: readonly string[] }
  | { kind: "too-many-files"; count: number }
  | { kind: "no-files" | "failed" };

/**
 * Reads files, again after each choice; `before` is the id of files to add them to, or whose newer import they
 * are. The previous result stays meanwhile.
 */
export function useFileReading(
  picked: Promise<readonly File[]>,
  choices: ReadChoices,
  before: number | null,
  isNewer: boolean,
): FileReading {
  const [reading, setReading] = useState<FileReading>({ kind: "reading", progress: null });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: FileReading) => {
      if (isCurrent) setReading(next);
    };
    show({ kind: "reading", progress: null });
    mark("yes");
    void read(picked, choices, before === null ? null : { id: before, isNewer }, show).finally(
      () => isCurrent && mark(null),
    );
    return () => {
      isCurrent = false;
      mark(null);
      void fileStore().cancel();
    };
  }, [picked, choices, before, isNewer]);
  return reading;
}

async function read(
  picked: Promise<readonly File[]>,
  choices: ReadChoices,
  before: { id: number; isNewer: boolean } | null,
  show: (reading: FileReading) => void,
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

/** Marks a reading in progress, so that a reload can report the interruption. */
function mark(value: "yes" | null): void {
  try {
    if (value === null) sessionStorage.removeItem(READING_FLAG);
    else sessionStorage.setItem(READING_FLAG, value);
  } catch {
    // Storage may be blocked in a framed page.
  }
}
