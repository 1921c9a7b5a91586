import type { DuckDBConnection } from "@duckdb/node-api";
import { withoutEmptyValue } from "#files/decode/empty-value.ts";
import { readBytes } from "#files/decode/read-parts.ts";
import { RejectedRowsLog } from "#files/decode/rejected-rows.ts";
import type { FileBytes, RawRow, RawTable } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";
import { literalPath } from "./file-source.ts";
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
      const result = await connection.stream(`SELECT ${cells.join(", ")} FROM read_parquet(?)`, [
        literalPath(path),
      ]);
      let line = 0;
      for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
        yield chunk.getRows().map((row): RawRow => {
          line += 1;
          return { line, cells: row.map((cell) => (cell === null ? null : withoutEmptyValue(String(cell)))) };
        });
      }
    },
  };
}

async function columnsOf(
  connection: DuckDBConnection,
  path: string,
  file: string,
): Promise<[string, string][]> {
  try {
    const described = await connection.runAndReadAll("DESCRIBE SELECT * FROM read_parquet(?)", [
      literalPath(path),
    ]);
    return described.getRows().map(([name, type]) => [String(name), String(type)]);
  } catch (cause) {
    throw new UnreadableFileError("damaged-archive", { file }, { cause });
  }
}

function textCell(column: string, type: string): string {
  if (!/^(DATE|TIMESTAMP)/.test(type)) return `${column}::VARCHAR`;
  return `CASE WHEN isfinite(${column}::TIMESTAMP) THEN strftime(${column}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%g') END`;
}
