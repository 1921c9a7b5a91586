import type { FileBytes, OpenOptions, OpenTables, RawTable, TableNote } from "#files/raw-table.ts";
import { type UnreadableFileCode, UnreadableFileError } from "#files/unreadable-file.ts";
import { openCsv } from "./csv-table.ts";
import { looksLikeJson } from "./json-shape.ts";
import { openJson } from "./json-table.ts";
import { readBytes } from "./read-parts.ts";
import { findEncoding, startsWith } from "./text-encoding.ts";
import { checkSize, gunzipped, unpackWithFflate, zipped } from "./unpack.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

type FileFormat = "zip" | "gzip" | "parquet" | "text" | { unreadable: UnreadableFileCode };

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Magic numbers: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: readonly (readonly [readonly number[], FileFormat])[] = [
  [[0x50, 0x4b, 3, 4], "zip"],
  [[0x50, 0x4b, 5, 6], "zip"],
  [[0x1f, 0x8b], "gzip"],
  [[0x50, 0x41, 0x52, 0x31], "parquet"],
  [[0x28, 0xb5, 0x2f, 0xfd], { unreadable: "zstd" }],
  [[0x25, 0x50, 0x44, 0x46], { unreadable: "pdf" }],
  [[0x37, 0x7a, 0xbc, 0xaf], { unreadable: "other-archive" }],
  [[0x52, 0x61, 0x72, 0x21], { unreadable: "other-archive" }],
  [[0x42, 0x5a, 0x68], { unreadable: "other-archive" }],
  [[0xfd, 0x37, 0x7a, 0x58], { unreadable: "other-archive" }],
];

/** Detects the format by the first bytes; file names are unreliable. */
function formatOf(head: Uint8Array): FileFormat {
  if (startsWith(head, OLE))
    return { unreadable: isEncryptedWorkbook(head) ? "password-protected" : "old-excel" };
  const known = SIGNATURES.find(([start]) => startsWith(head, start));
  if (known) return known[1];
  const text = new TextDecoder("latin1").decode(head.subarray(0, 1024));
  if (/^[^<]{0,3}\s*<(!doctype html|html|table|head|meta|\?xml)/i.test(text)) return { unreadable: "html" };
  return "text";
}

/** Excel stores an encrypted workbook in an OLE file with a stream of this name (MS-OFFCRYPTO 1.3). */
function isEncryptedWorkbook(head: Uint8Array): boolean {
  return new TextDecoder("utf-16le").decode(head).includes("EncryptedPackage");
}

/** The kind of a ZIP file: a workbook, another program's file, or an archive of files. */
function contentOfZip(entries: readonly ZipEntry[]): "xlsx" | "binary-excel" | "open-document" | "files" {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has("xl/workbook.bin")) return "binary-excel";
  if (names.has("[content_types].xml")) return "xlsx";
  return names.has("mimetype") && names.has("content.xml") ? "open-document" : "files";
}

/** Rejects entries that cannot be unpacked, or unpack to too much, judging by the directory. */
function checkEntries({ name: file }: FileBytes, entries: readonly ZipEntry[]): void {
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new UnreadableFileError("encrypted-archive", { file });
  if (entries.some(({ method }) => method !== 0 && method !== 8))
    throw new UnreadableFileError("other-archive", { file });
  for (const { packed, size } of entries) checkSize(file, packed, size);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  checkSize(file, total, total);
}

/** The files of an archive, without folders and macOS metadata. */
const filesIn = (entries: readonly ZipEntry[]) =>
  entries.filter(({ name, size }) => size > 0 && !/\/$|^__MACOSX\/|(^|\/)\.[^/]*$/.test(name));

/** Bytes needed to detect a format; includes the directory of an OLE file. */
const SIGNATURE_LENGTH = 64 * 1024;

export const openTables: OpenTables = (file, options) => open(file, options, false);

async function open(file: FileBytes, options: OpenOptions, isInside: boolean): Promise<readonly RawTable[]> {
  const head = await readBytes(file, 0, SIGNATURE_LENGTH);
  if (head.length === 0) throw new UnreadableFileError("empty", { file: file.name });
  const format = formatOf(head);
  if (typeof format === "object") throw new UnreadableFileError(format.unreadable, { file: file.name });
  if (format === "text") return [await openText(file, head, options, isInside)];
  if (format === "zip") return openZip(file, options, isInside);
  if (format === "parquet") return [await (await import("./parquet-table.ts")).openParquet(file)];
  const packed = gunzipped(file, options.unpack ?? unpackWithFflate);
  if (isGzip(await readBytes(packed, 0, 2)))
    throw new UnreadableFileError("nested-archive", { file: file.name });
  return open(await seekable(packed), options, true);
}

const isGzip = (bytes: Uint8Array) => formatOf(bytes) === "gzip";

async function openText(
  file: FileBytes,
  head: Uint8Array,
  options: OpenOptions,
  isInside: boolean,
): Promise<RawTable> {
  const encoding = await findEncoding(file, head, options.encoding);
  const start = new TextDecoder(encoding.label).decode(head.subarray(0, 4096));
  if (looksLikeJson(start)) return openJson(file, encoding);
  return openCsv(file, encoding, { ...options, isInside });
}

/** The directory of ZIP and Parquet is at the end, which a compressed stream cannot seek to. */
async function seekable(file: FileBytes): Promise<FileBytes> {
  const format = formatOf(await readBytes(file, 0, 4));
  if (format !== "zip" && format !== "parquet") return file;
  const bytes = await readBytes(file, 0, Number.POSITIVE_INFINITY);
  return {
    name: file.name,
    size: bytes.length,
    async *stream(start, end) {
      yield bytes.subarray(start, end);
    },
  };
}

async function openZip(
  file: FileBytes,
  options: OpenOptions,
  isInside: boolean,
): Promise<readonly RawTable[]> {
  const entries = await readZipDirectory(file);
  const content = contentOfZip(entries);
  if (content === "binary-excel" || content === "open-document")
    throw new UnreadableFileError(content, { file: file.name });
  checkEntries(file, entries);
  if (content === "xlsx") return (await import("./xlsx-table.ts")).openXlsx(file, options);
  if (isInside) throw new UnreadableFileError("nested-archive", { file: file.name });
  const tables: RawTable[] = [];
  const failures: UnreadableFileError[] = [];
  for (const entry of filesIn(entries)) {
    const inner = zipped(file, entry, options.unpack ?? unpackWithFflate);
    try {
      tables.push(...(await open(await seekable(inner), options, true)));
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      failures.push(error);
    }
  }
  return withFailures(file, tables, failures);
}

/** Notes on the first table which files of the archive were skipped; throws if none could be read. */
function withFailures(
  { name: file }: FileBytes,
  tables: readonly RawTable[],
  failures: readonly UnreadableFileError[],
): readonly RawTable[] {
  const [first, ...others] = tables;
  const [failure] = failures;
  if (!first)
    throw failures.length === 1 && failure
      ? failure
      : new UnreadableFileError("no-files-in-archive", { file });
  if (failures.length === 0) return tables;
  const notes = failures.map(
    ({ code, params }): TableNote => ({ code: "file-left-out", params: { file: params.file, reason: code } }),
  );
  const table: RawTable = {
    ...first,
    get notes() {
      return [...notes, ...first.notes];
    },
  };
  return [table, ...others];
}
