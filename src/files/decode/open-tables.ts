import type { FileBytes, OpenOptions, OpenTables, RawTable, TableNote } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { checkEntries, contentOfZip, filesIn } from "./archive.ts";
import { openCsv } from "./csv-table.ts";
import { formatOf } from "./file-format.ts";
import { looksLikeJson } from "./json-shape.ts";
import { openJson } from "./json-table.ts";
import { readBytes } from "./read-parts.ts";
import { findEncoding } from "./text-encoding.ts";
import { gunzipped, unpackWithFflate, zipped } from "./unpack.ts";
import { readZipDirectory } from "./zip-directory.ts";

/** Bytes needed to detect a format; includes the directory of an OLE file. */
const SIGNATURE_LENGTH = 64 * 1024;

export const openTables: OpenTables = (file, options) => open(file, options, false);

async function open(file: FileBytes, options: OpenOptions, isInside: boolean): Promise<readonly RawTable[]> {
  const head = await readBytes(file, 0, SIGNATURE_LENGTH);
  if (head.length === 0) throw new UnreadableFileError("empty", { file: file.name });
  const format = formatOf(head);
  if (typeof format === "object") throw new UnreadableFileError(format.unreadable, { file: file.name });
  if (format === "text") return [await openText(file, head, options)];
  if (format === "zip") return openZip(file, options, isInside);
  if (format === "parquet") return [await (await import("./parquet-table.ts")).openParquet(file)];
  const packed = gunzipped(file, options.unpack ?? unpackWithFflate);
  if (isGzip(await readBytes(packed, 0, 2)))
    throw new UnreadableFileError("nested-archive", { file: file.name });
  return open(await seekable(packed), options, true);
}

const isGzip = (bytes: Uint8Array) => formatOf(bytes) === "gzip";

async function openText(file: FileBytes, head: Uint8Array, options: OpenOptions): Promise<RawTable> {
  const encoding = await findEncoding(file, head, options.encoding);
  const start = new TextDecoder(encoding.label).decode(head.subarray(0, 4096));
  if (looksLikeJson(start)) return openJson(file, encoding);
  return openCsv(file, encoding, options);
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
  if (content === "xlsx") return [await (await import("./xlsx-table.ts")).openXlsx(file, options)];
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
