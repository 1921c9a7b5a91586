import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBBlobValue, type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { load } from "./load.ts";
import { LEAST_MEMORY } from "./memory.ts";
import { createPool } from "./pool.ts";
import type { Sql } from "./sql.ts";
import { groupedSql, recordsSql, type TableFacts } from "./sql-query.ts";
import type { Store, StoreAnswer } from "./store.ts";

/** One less than libuv's default pool of four threads, which the engine's calls block while they run. */
const CONNECTIONS = 3;
const NOTHING_LOADED: TableFacts = {
  records: 0,
  escaped: new Set(),
  unreadable: new Set(),
  fractional: new Set(),
};

/**
 * Opens an empty store in memory; what does not fit goes to a temporary folder, which `close` removes. At most
 * three questions run at a time, the rest wait. Answers: `StoreAnswer`, dates in UTC.
 */
export async function openDuckDbStore(): Promise<Store> {
  const temporary = join(tmpdir(), `referrals-${randomUUID()}`);
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${LEAST_MEMORY}B`,
    temp_directory: temporary,
    // Nothing is fetched from anywhere: all that is needed is built in.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(instance)));
  const pool = createPool(connections);
  let facts: TableFacts = NOTHING_LOADED;

  return {
    load: (source) =>
      pool.use(async (connection) => {
        const loaded = await load(connection, source, temporary);
        facts = loaded.facts;
        return loaded.report;
      }),
    ask: (query) => pool.use((connection) => answer(connection, query, facts)),
    async close() {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  // Groups whose keys fit in 20 bits are counted in an array instead of a hash table: half the time.
  await connection.run("SET perfect_ht_threshold = 20");
  return connection;
}

async function answer(
  connection: DuckDBConnection,
  query: AnalyticsQuery,
  facts: TableFacts,
): Promise<StoreAnswer> {
  const { text, values } = sqlOf(query, facts);
  try {
    const [row] = (await connection.runAndReadAll(text, [...values])).getRows();
    const rows = row?.[1];
    if (!(rows instanceof DuckDBBlobValue)) throw new TypeError("The rows are no bytes.");
    return { totalCount: Number(row?.[0]), rows: bufferOf(rows.bytes) };
  } catch (cause) {
    throw new Error("The referrals could not be asked.", { cause });
  }
}

function sqlOf({ kind, query, page }: AnalyticsQuery, facts: TableFacts): Sql {
  return kind === "grouped" ? groupedSql(query, page) : recordsSql(query.filter, page, facts);
}

/** The same bytes, not a copy. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
