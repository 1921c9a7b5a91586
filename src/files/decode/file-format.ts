import type { UnreadableFileCode } from "../unreadable-file.ts";
import { startsWith } from "./text-encoding.ts";

export type FileFormat = "zip" | "gzip" | "parquet" | "text" | { unreadable: UnreadableFileCode };

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
export function formatOf(head: Uint8Array): FileFormat {
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
