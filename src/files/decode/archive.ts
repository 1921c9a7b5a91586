import type { FileBytes } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { checkSize } from "./unpack.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** The kind of a ZIP file: a workbook, another program's file, or an archive of files. */
export function contentOfZip(
  entries: readonly ZipEntry[],
): "xlsx" | "binary-excel" | "open-document" | "files" {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has("xl/workbook.bin")) return "binary-excel";
  if (names.has("[content_types].xml")) return "xlsx";
  return names.has("mimetype") && names.has("content.xml") ? "open-document" : "files";
}

/** Rejects entries that cannot be unpacked, or unpack to too much, judging by the directory. */
export function checkEntries({ name: file }: FileBytes, entries: readonly ZipEntry[]): void {
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new UnreadableFileError("encrypted-archive", { file });
  if (entries.some(({ method }) => method !== 0 && method !== 8))
    throw new UnreadableFileError("other-archive", { file });
  for (const { packed, size } of entries) checkSize(file, packed, size);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  checkSize(file, total, total);
}

/** The files of an archive, without folders and macOS metadata. */
export const filesIn = (entries: readonly ZipEntry[]) =>
  entries.filter(({ name, size }) => size > 0 && !/\/$|^__MACOSX\/|(^|\/)\.[^/]*$/.test(name));
