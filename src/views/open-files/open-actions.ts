import * as v from "valibot";
import type { FileData } from "#config/app-config.ts";
import { printExtraFilter } from "#config/extra-filter.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import {
  filesNotice,
  KEPT_FLAG,
  OPENED_FLAG,
  type OpenedFiles,
  openedFiles,
  setMark,
} from "#dashboard/context/opened-files.ts";
import { createKept } from "#lib/kept.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { localClient, localFields } from "#local-files/local-client.ts";
import { fileStore } from "#local-files/open-store.ts";
import { createLocalDataClient } from "#queries/data-client.ts";

/** What this device keeps: the label of its files, and when they were read (ms since 1970 UTC). */
export type KeptFiles = { name: string; at: number };

const keptText = v.pipe(v.string(), v.parseJson(), v.object({ name: v.string(), at: v.number() }));

/** As this and other tabs change it; null where nothing is kept. */
export const keptFiles = createKept<KeptFiles | null>(KEPT_FLAG, {
  empty: null,
  read: (text) => {
    const { success, output } = v.safeParse(keptText, text);
    return success ? output : undefined;
  },
  print: (kept) => kept && JSON.stringify(kept),
});

keptFiles.subscribe(() => {
  const files = openedFiles.get();
  if (files === null) return;
  const now = asKept(files);
  // What this tab does has a notice of its own, which replaces this one.
  if (files.isKept && !now.isKept) filesNotice.set("other-tab");
  openedFiles.set(now);
});

openedFiles.subscribe(() => setMark(OPENED_FLAG, openedFiles.get()?.isKept === false));

/** The files, marked as what is kept or not. What was forgotten is not kept again by undoing. */
function asKept(files: OpenedFiles): OpenedFiles {
  const kept = keptFiles.get();
  const isKept = kept?.at === files.at;
  const replaced = files.before?.files;
  const before =
    kept === null && files.before && replaced
      ? { ...files.before, files: { ...replaced, isKept: false } }
      : files.before;
  return { ...files, isKept, before, data: withHistory({ ...files, isKept }) };
}

type Shown = { id: number; facts: SourceFacts; at: number };

/** What is kept has a history, if only of one import; nothing else is a kept import. */
function withHistory({ data, facts, at, isKept }: Omit<OpenedFiles, "dataClient">): FileData {
  const history = isKept
    ? (facts.history ?? { imports: 1, first: at, last: at, problem: null })
    : facts.history && { ...facts.history, imports: 0 };
  const { history: _, ...others } = facts;
  return { ...data, facts: { ...others, ...(history && { history }) } };
}

function openedOf(
  { id, facts, at }: Shown,
  name: string,
  more: Pick<OpenedFiles, "names" | "isKept" | "before">,
): OpenedFiles {
  const dataClient = createLocalDataClient((extraFilter) => ({
    extraFilter: printExtraFilter(extraFilter),
    client: localClient(fileStore(), id, extraFilter),
    fetchFields: localFields(fileStore(), id, extraFilter),
  }));
  const data: FileData = { kind: "file", name, facts, place: "page" };
  const opened = { id, at, facts, data, dataClient, ...more };
  return { ...opened, data: withHistory(opened) };
}

/** Opens the files read last under a label, replacing what is shown at `address`. */
export async function openRead(name: string, names: readonly string[], address: string): Promise<void> {
  const files = openedFiles.get();
  const opened = await fileStore().open();
  // Only one undo step is kept: release the files before it.
  const forgotten = files?.before?.files;
  if (forgotten) void fileStore().release(forgotten.id);
  const before = files && { ...files, before: null };
  openedFiles.set(openedOf(opened, name, { names, isKept: false, before: { files: before, address } }));
  filesNotice.set(null);
}

/** Restores what was shown before and returns its address; null where there is nothing to undo. */
export function undoOpening(): string | null {
  const files = openedFiles.get();
  if (!files?.before) return null;
  const { files: before, address } = files.before;
  openedFiles.set(before && asKept(before));
  void fileStore().release(files.id);
  // What is kept is again what was kept before, if anything.
  if (files.isKept) void (before?.isKept ? keepFiles() : forgetFiles());
  return address;
}

export function closeFiles(): void {
  const files = openedFiles.get();
  openedFiles.set(null);
  for (const one of [files, files?.before?.files]) if (one) void fileStore().release(one.id);
  filesNotice.set(keptFiles.get() && "closed");
}

/** Stores the opened files on this device; on failure a notice says why. */
export async function keepFiles(): Promise<void> {
  const files = openedFiles.get();
  if (files === null) return;
  const { name } = files.data;
  const flag = readStored(KEPT_FLAG);
  try {
    // First: without it nothing would look for what is kept, nor offer to forget it.
    if (!writeStored(KEPT_FLAG, flag ?? "storing")) throw new Error("Nothing would look for them.");
    await fileStore().keep(files.id, name, files.names);
    keptFiles.change(() => ({ name, at: files.at }));
    filesNotice.set(null);
  } catch (error) {
    writeStored(KEPT_FLAG, flag);
    const isFull = error instanceof Error && error.name === "QuotaExceededError";
    filesNotice.set(isFull ? "no-room" : "not-kept");
  }
}

/** Removes what is kept from this device; on failure a notice says so. */
export async function forgetFiles(): Promise<void> {
  try {
    await fileStore().forget();
  } catch {
    filesNotice.set("not-forgotten");
    return;
  }
  keptFiles.discard();
  filesNotice.set("forgotten");
}

/** Opens the files stored on this device. */
export async function restoreFiles(): Promise<void> {
  try {
    const kept = await fileStore().restore();
    if (kept === null) throw new Error("Nothing is kept.");
    const { name, names, at } = kept;
    keptFiles.change(() => ({ name, at }));
    openedFiles.set(openedOf(kept, name, { names, isKept: true, before: null }));
  } catch {
    keptFiles.discard();
    filesNotice.set("not-restored");
  }
}
