import { totalmem } from "node:os";
import type { FileHead } from "./file-kind.ts";

const MEBIBYTE = 1024 * 1024;
/** Enough for a million referrals, and the process stays under 1 GB; what does not fit goes to a temporary file. */
export const MIN_MEMORY = 600 * MEBIBYTE;
/** However large the file: what the engine does not count and the rest of the process come to some 300 MB more. */
const MAX_MEMORY = 800 * MEBIBYTE;

/** Bytes of memory while loading and answering for a byte of the file; measured with ten million referrals. */
const GROWTH = { parquet: 6, csv: 2.4, "json-lines": 0.75, "json-array": 0.75, "json-document": 0.75 };

/** The engine's memory in bytes for a file: more for one of many millions, at most half of the machine's and the maximum. */
export function memoryFor({ kind, bytes }: Pick<FileHead, "kind" | "bytes">, machine = totalmem()): number {
  return Math.round(Math.max(MIN_MEMORY, Math.min(bytes * GROWTH[kind], machine / 2, MAX_MEMORY)));
}
