import type { DuckDBConnection } from "@duckdb/node-api";

/** Takes a line for a person. */
export type Say = (line: string) => void;

const EVERY_MS = 5000;

/** Reports the progress of long statements. */
export async function withProgress<T>(
  connection: DuckDBConnection,
  say: Say,
  doing: string,
  run: () => Promise<T>,
): Promise<T> {
  // Tracked, but not printed by DuckDB.
  await connection.run("SET enable_progress_bar_print = false");
  await connection.run("SET progress_bar_time = 0");
  await connection.run("SET enable_progress_bar = true");
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage > 0) say(`${doing}: ${Math.min(99, Math.floor(percentage))} %`);
  }, EVERY_MS);
  try {
    return await run();
  } finally {
    clearInterval(timer);
    await connection.run("SET enable_progress_bar = false");
  }
}
