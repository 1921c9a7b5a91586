import type { DuckDBConnection } from "@duckdb/node-api";
import { linesOfBytes } from "./line-numbers.ts";
import type { RefusedLine } from "./store.ts";

export type RejectedLines = { count: number; lines: readonly RefusedLine[] };

const MAX_LISTED = 100;

const REASONS: Record<string, string> = {
  "INVALID ENCODING": "not UTF-8 text",
  "LINE SIZE OVER MAXIMUM": "longer than 2 MB",
};

/** The rows and lines that were refused while `staged` was filled from a file: how many, and the first hundred. */
export async function readRejectedRows(connection: DuckDBConnection, path: string): Promise<RejectedLines> {
  const staged = await stagedRows(connection);
  const cut = await cutRows(connection, path);
  const lines = [...cut.lines, ...shiftedPast(cut.lines, staged.lines)].sort((a, b) => a.line - b.line);
  return { count: staged.count + cut.count, lines: lines.slice(0, MAX_LISTED) };
}

async function stagedRows(connection: DuckDBConnection): Promise<RejectedLines> {
  const refused = "FROM staged WHERE refusal <> 'blank'";
  const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER ${refused}`);
  const listed = await connection.runAndReadAll(
    `SELECT rowid::INTEGER + 1, refusal ${refused} ORDER BY rowid LIMIT ${MAX_LISTED}`,
  );
  const lines = listed.getRows().map(([line, reason]) => ({ line: Number(line), reason: String(reason) }));
  return { count: Number(counted.getRows()[0]?.[0]), lines };
}

/** What the engine's reader of lines itself refused. */
async function cutRows(connection: DuckDBConnection, path: string): Promise<RejectedLines> {
  const kept = await connection.runAndReadAll("SELECT 1 FROM duckdb_tables() WHERE table_name = 'refused'");
  if (kept.currentRowCount === 0) return { count: 0, lines: [] };
  const result = await connection.runAndReadAll(
    `SELECT position::DOUBLE, kind, count(*) OVER ()::INTEGER FROM (
      SELECT coalesce(line_byte_position, byte_position) AS position, min(error_type::VARCHAR) AS kind
      FROM refused GROUP BY position)
    ORDER BY position LIMIT ${MAX_LISTED}`,
  );
  const rows = result.getRows();
  const positions = rows.map(([position]) => Number(position));
  const numbers = await linesOfBytes(path, positions);
  const lines = rows.map(([, kind], index) => ({
    line: numbers[index] ?? 0,
    reason: REASONS[String(kind)] ?? "unreadable",
  }));
  return { count: Number(rows[0]?.[2] ?? 0), lines };
}

/** Row numbers leave out the lines that never became a row: counts these in. Both ascend. */
function shiftedPast(missing: readonly RefusedLine[], rows: readonly RefusedLine[]): RefusedLine[] {
  let passed = 0;
  return rows.map(({ line, reason }) => {
    while ((missing[passed]?.line ?? Number.POSITIVE_INFINITY) <= line + passed) passed += 1;
    return { line: line + passed, reason };
  });
}
