import { totalmem } from "node:os";
import type { FileHead } from "./file-kind.ts";

const MEBIBYTE = 1024 * 1024;
/** Enough for a million referrals with the process below 1 GB; the rest spills to disk. */
export const MIN_MEMORY = 600 * MEBIBYTE;
/** For files of any size: memory outside DuckDB's accounting, and the rest of the process, take 300 MB more. */
const MAX_MEMORY = 800 * MEBIBYTE;

/** Memory needed per byte of a file, while loading and querying; measured with ten million referrals. */
const GROWTH = { parquet: 6, csv: 2.4, "json-lines": 0.75, "json-array": 0.75, "json-document": 0.75 };

/** DuckDB's memory limit in bytes for a file: at most half of the machine's memory, and the maximum. */
export function memoryFor({ kind, bytes }: Pick<FileHead, "kind" | "bytes">, machine = totalmem()): number {
  return Math.round(Math.max(MIN_MEMORY, Math.min(bytes * GROWTH[kind], machine / 2, MAX_MEMORY)));
}
