import type { FileBytes, OpenOptions, OpenTables, RawTable } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { openCsv } from "./csv-table.ts";
import { formatOf } from "./file-format.ts";
import { looksLikeJson } from "./json-shape.ts";
import { openJson } from "./json-table.ts";
import { readBytes } from "./read-parts.ts";
import { findEncoding } from "./text-encoding.ts";

/** Bytes that tell a format; the directory of an OLE file is among them. */
const SIGNATURE_LENGTH = 64 * 1024;

export const openTables: OpenTables = async (file, options) => {
  const head = await readBytes(file, 0, SIGNATURE_LENGTH);
  if (head.length === 0) throw new UnreadableFileError("empty", { file: file.name });
  const format = formatOf(head);
  if (typeof format === "object") throw new UnreadableFileError(format.unreadable, { file: file.name });
  return [await openText(file, head, options)];
};

async function openText(file: FileBytes, head: Uint8Array, options: OpenOptions): Promise<RawTable> {
  const encoding = await findEncoding(file, head, options.encoding);
  const start = new TextDecoder(encoding.label).decode(head.subarray(0, 4096));
  if (looksLikeJson(start)) return openJson(file, encoding);
  return openCsv(file, encoding, options);
}
