import type { FileData } from "#config/app-config.ts";
import { printExtraFilter } from "#config/extra-filter.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { filesNotice, KEPT_FLAG, type OpenedFiles, openedFiles } from "#dashboard/context/opened-files.ts";
import { storedName } from "#lib/base-path.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { localClient, localFields } from "#local-files/local-client.ts";
import { fileStore } from "#local-files/open-store.ts";
import { createLocalDataClient } from "#queries/data-client.ts";

/** Notifies other tabs of changes to files kept on this device; null where unsupported. */
const tabs =
  typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(storedName("opened-files"));
tabs?.addEventListener("message", () => {
  if (openedFiles.get()?.isKept) filesNotice.set("other-tab");
});

type Shown = { id: number; facts: SourceFacts; at: number };

/** What is kept has a history, if only of one import. */
function withHistory(data: FileData, at: number): FileData {
  const history = data.facts.history ?? { imports: 1, first: at, last: at, problem: null };
  return { ...data, facts: { ...data.facts, history } };
}

function openedOf(
  { id, facts, at }: Shown,
  name: string,
  more: Pick<OpenedFiles, "isKept" | "before">,
): OpenedFiles {
  const dataClient = createLocalDataClient((extraFilter) => ({
    extraFilter: printExtraFilter(extraFilter),
    client: localClient(fileStore(), id, extraFilter),
    fetchFields: localFields(fileStore(), id, extraFilter),
  }));
  const data: FileData = { kind: "file", name, facts, place: "page" };
  return { id, at, data: more.isKept ? withHistory(data, at) : data, dataClient, ...more };
}

/** Opens the files read last, replacing what is shown at `address`. */
export async function openRead(name: string, address: string): Promise<void> {
  const files = openedFiles.get();
  const opened = await fileStore().open();
  // Only one undo step is kept: release the files before it.
  const forgotten = files?.before?.files;
  if (forgotten) void fileStore().release(forgotten.id);
  const before = files && { ...files, before: null };
  openedFiles.set(openedOf(opened, name, { isKept: false, before: { files: before, address } }));
  filesNotice.set(null);
}

/** Restores what was shown before and returns its address; null where there is nothing to undo. */
export function undoOpening(): string | null {
  const files = openedFiles.get();
  if (!files?.before) return null;
  openedFiles.set(files.before.files);
  void fileStore().release(files.id);
  // What is kept is again what was kept before, if anything.
  if (files.isKept) void (files.before.files?.isKept ? keepFiles() : forgetFiles());
  return files.before.address;
}

export function closeFiles(): void {
  const files = openedFiles.get();
  openedFiles.set(null);
  for (const one of [files, files?.before?.files]) if (one) void fileStore().release(one.id);
}

/** Stores the opened files on this device; on failure a notice says why. */
export async function keepFiles(): Promise<void> {
  const files = openedFiles.get();
  if (files === null) return;
  const flag = readStored(KEPT_FLAG);
  try {
    // First: without it nothing would look for what is kept, nor offer to forget it.
    if (!writeStored(KEPT_FLAG, "yes")) throw new Error("Nothing would look for them.");
    await fileStore().keep(files.id, files.data.name);
    openedFiles.set({ ...files, isKept: true, data: withHistory(files.data, files.at) });
    filesNotice.set(null);
    tabs?.postMessage("kept");
  } catch (error) {
    writeStored(KEPT_FLAG, flag);
    const isFull = error instanceof Error && error.name === "QuotaExceededError";
    filesNotice.set(isFull ? "no-room" : "not-kept");
  }
}

/** Removes what is kept from this device; on failure a notice says so. */
export async function forgetFiles(): Promise<void> {
  const files = openedFiles.get();
  try {
    await fileStore().forget();
  } catch {
    filesNotice.set("not-forgotten");
    return;
  }
  writeStored(KEPT_FLAG, null);
  if (files) openedFiles.set({ ...files, isKept: false });
  filesNotice.set("forgotten");
  tabs?.postMessage("forgotten");
}

/** Opens the files stored on this device. */
export async function restoreFiles(): Promise<void> {
  try {
    const kept = await fileStore().restore();
    if (kept === null) throw new Error("Nothing is kept.");
    openedFiles.set(openedOf(kept, kept.name, { isKept: true, before: null }));
  } catch {
    writeStored(KEPT_FLAG, null);
    filesNotice.set("not-restored");
  }
}
