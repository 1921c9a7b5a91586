import { blobBytes } from "../blob-bytes.ts";
import { openTables } from "../decode/open-tables.ts";
import type { FileBytes, OpenOptions, RawTable, RejectedRow } from "../raw-table.ts";

type Cells = readonly (string | null)[];

/** Column names that tests use. */
const KNOWN = new Set([
  "id",
  "status",
  "customermarket",
  "createddate",
  "customername",
  "name",
  "market",
  "created",
]);

export const scoreOf = (cells: Cells) =>
  cells.filter((cell) => KNOWN.has((cell ?? "").toLowerCase().replace(/\s/g, ""))).length;

export function bytesOf(content: string | Uint8Array, name = "file.csv"): FileBytes {
  return blobBytes(new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
}

export type WholeTable = {
  table: RawTable;
  /** Line and cells, as wide as the header. */
  rows: (readonly [number, ...(string | null)[]])[];
  rejected: readonly RejectedRow[];
  notes: RawTable["notes"];
};

export async function readWhole(table: RawTable): Promise<WholeTable> {
  const rows: WholeTable["rows"] = [];
  for await (const batch of table.batches()) {
    for (const { line, cells } of batch) {
      rows.push([line, ...table.header.map((_, column) => cells[column] ?? null)]);
    }
  }
  return { table, rows, rejected: table.rejected.first, notes: table.notes };
}

/** Reads the only table of a file. */
export async function readFile(
  content: string | Uint8Array | FileBytes,
  options: Partial<OpenOptions> & { name?: string } = {},
): Promise<WholeTable> {
  const isFile = typeof content === "object" && "stream" in content;
  const file = isFile ? content : bytesOf(content, options.name);
  const tables = await openTables(file, { headerScore: scoreOf, ...options });
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables instead of one.`);
  return readWhole(table);
}
