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
