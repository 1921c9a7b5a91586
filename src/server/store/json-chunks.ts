import { DuckDBBlobVector, type DuckDBConnection, type DuckDBDataChunk } from "@duckdb/node-api";
import type { Sql } from "./sql.ts";

/** A chunk of a response: its index, and its rows as JSON text. */
type JsonChunk = { place: number; rows: Uint8Array };

/** The rows of a statement with the columns piece and rows: JSON text in UTF-8, in the order of the pieces. */
export async function readChunks(connection: DuckDBConnection, { text, values }: Sql): Promise<Uint8Array[]> {
  const chunks = await (await connection.run(text, [...values])).fetchAllChunks();
  const pieces = chunks.flatMap((chunk) =>
    Array.from({ length: chunk.rowCount }, (_, row) => pieceAt(chunk, row)),
  );
  return pieces.toSorted((a, b) => a.place - b.place).map(({ rows }) => rows);
}

function pieceAt(chunk: DuckDBDataChunk, row: number): JsonChunk {
  const rows = chunk.getColumnVector(1);
  if (!(rows instanceof DuckDBBlobVector)) throw new TypeError("The rows are no bytes.");
  // The vector's own value would be a copy.
  return { place: Number(chunk.getColumnVector(0).getItem(row)), rows: rows.getItemBytes(row) as Uint8Array };
}
