import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { withoutEmptyValue } from "#files/decode/empty-value.ts";
import { readBytes } from "#files/decode/read-parts.ts";
import { RejectedRowsLog } from "#files/decode/rejected-rows.ts";
import type { FileBytes, RawRow, RawTable } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";
import { literalPath, PARQUET_ROWS, parquetText } from "./file-source.ts";
import { quoteName } from "./sql.ts";

const MAGIC = "PAR1";

/** A Parquet file as a table of texts; null for other files. Dates are ISO strings in UTC. */
export async function parquetTable(
  connection: DuckDBConnection,
  path: string,
  file: FileBytes,
): Promise<RawTable | null> {
  const start = new TextDecoder("latin1").decode(await readBytes(file, 0, MAGIC.length));
  if (start !== MAGIC) return null;
  const columns = await columnsOf(connection, path, file.name);
  const cells = columns.map(([name, type]) => textCell(quoteName(name), type));
  return {
    name: file.name,
    kind: "json",
    rowUnit: "record",
    header: columns.map(([name]) => name),
    headerLine: 0,
    rejected: new RejectedRowsLog(),
    notes: [],
    async *batches() {
      let line = 0;
      for await (const chunk of chunksOf(connection, path, cells, file.name)) {
        yield chunk.getRows().map((row): RawRow => {
          line += 1;
          return { line, cells: row.map((cell) => (cell === null ? null : withoutEmptyValue(String(cell)))) };
        });
      }
    },
  };
}

async function* chunksOf(
  connection: DuckDBConnection,
  path: string,
  cells: readonly string[],
  file: string,
): AsyncGenerator<DuckDBDataChunk> {
  try {
    const text = `SELECT ${cells.join(", ")} FROM ${PARQUET_ROWS}`;
    const result = await connection.stream(text, [literalPath(path)]);
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
      yield chunk;
  } catch (cause) {
    throw unreadable(cause, file);
  }
}

/** Why the engine does not read a file that begins like Parquet. */
function unreadable(cause: unknown, file: string): UnreadableFileError {
  const codec = /compression codec "(\w+)"/.exec(String(cause))?.[1];
  if (codec) return new UnreadableFileError("parquet-codec", { file, codec }, { cause });
  return new UnreadableFileError("damaged-archive", { file }, { cause });
}

async function columnsOf(
  connection: DuckDBConnection,
  path: string,
  file: string,
): Promise<[string, string][]> {
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${PARQUET_ROWS}`, [
      literalPath(path),
    ]);
    return described.getRows().map(([name, type]) => [String(name), String(type)]);
  } catch (cause) {
    throw unreadable(cause, file);
  }
}

function textCell(column: string, type: string): string {
  if (!/^(DATE|TIMESTAMP)/.test(type)) return parquetText(column, type);
  return `CASE WHEN isfinite(${column}::TIMESTAMP) THEN strftime(${column}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%g') END`;
}
