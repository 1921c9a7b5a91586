import { DuckDBBlobVector, type DuckDBConnection, type DuckDBDataChunk } from "@duckdb/node-api";
import type { Sql } from "./sql.ts";

/** A part of an answer: its place among the others (null: beside the page), and so many rows as JSON text. */
export type JsonChunk = { place: number | null; size: number; rows: Uint8Array | null };

/** Reads the answer to a statement with the columns piece, size, rows. */
export async function readChunks(connection: DuckDBConnection, { text, values }: Sql): Promise<JsonChunk[]> {
  const chunks = await (await connection.run(text, [...values])).fetchAllChunks();
  return chunks.flatMap((chunk) => Array.from({ length: chunk.rowCount }, (_, row) => pieceAt(chunk, row)));
}

function pieceAt(chunk: DuckDBDataChunk, row: number): JsonChunk {
  const [place, size] = [0, 1].map((column) => chunk.getColumnVector(column).getItem(row));
  const rows = chunk.getColumnVector(2);
  if (!(rows instanceof DuckDBBlobVector)) throw new TypeError("The rows are no bytes.");
  // The vector's own value would be a copy.
  return { place: place === null ? null : Number(place), size: Number(size), rows: rows.getItemBytes(row) };
}

/** What stands on the page, in order. */
export function bytesOf(chunks: readonly JsonChunk[]): Uint8Array[] {
  const placed = chunks.filter(({ place }) => place !== null);
  placed.sort((a, b) => Number(a.place) - Number(b.place));
  return placed.flatMap(({ rows }) => rows ?? []);
}
