import type { FileBytes } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { checkSize } from "./unpack.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** What a ZIP file is: a workbook, a file of another program, or an archive of files. */
export function contentOfZip(
  entries: readonly ZipEntry[],
): "xlsx" | "binary-excel" | "open-document" | "files" {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has("xl/workbook.bin")) return "binary-excel";
  if (names.has("[content_types].xml")) return "xlsx";
  return names.has("mimetype") && names.has("content.xml") ? "open-document" : "files";
}

/** Refuses what cannot be unpacked, or unpacks to too much, by what the directory says. */
export function checkEntries({ name: file }: FileBytes, entries: readonly ZipEntry[]): void {
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new UnreadableFileError("encrypted-archive", { file });
  if (entries.some(({ method }) => method !== 0 && method !== 8))
    throw new UnreadableFileError("other-archive", { file });
  for (const { packed, size } of entries) checkSize(file, packed, size);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  checkSize(file, total, total);
}

/** The files of an archive, without folders and what macOS adds. */
export const filesIn = (entries: readonly ZipEntry[]) =>
  entries.filter(({ name, size }) => size > 0 && !/\/$|^__MACOSX\/|(^|\/)\.[^/]*$/.test(name));
