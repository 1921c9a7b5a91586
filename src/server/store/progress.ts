import type { DuckDBConnection } from "@duckdb/node-api";

/** Takes a line for a person. */
export type Say = (line: string) => void;

const EVERY_MS = 5000;

/** Says how far the engine is with a statement that takes long. */
export async function withProgress<T>(
  connection: DuckDBConnection,
  say: Say,
  doing: string,
  run: () => Promise<T>,
): Promise<T> {
  // Printed by nobody but us, and counted from the start.
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
