import {
  DuckDBBlobVector,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
} from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import type { ExtraFilter } from "#config/extra-filter.ts";
import { isDateField } from "#partner-center/fields.ts";
import type { AnalyticsQuery, GroupedQuery } from "#partner-center/query.ts";
import { bucketTable, type KeyColumn, type KeyValue } from "./bucket-json.ts";
import { orderOfKeys, valuesInOrder } from "./bucket-order.ts";
import { load } from "./load.ts";
import { MIN_MEMORY } from "./memory.ts";
import { neededFilter } from "./needed-filter.ts";
import { createPool } from "./pool.ts";
import { joinSql, type Sql, sql, withNumbers } from "./sql.ts";
import { extraFilterSql, filterSql } from "./sql-filter.ts";
import { bucketTotalSql, groupedSql, unorderedSql } from "./sql-grouped.ts";
import { extrasSql, recordsSql, totalSql } from "./sql-records.ts";
import type { BucketPage, Buckets, RecordPage, Store, StoreResult } from "./store.ts";
import { NOTHING_LOADED, type TableFacts } from "./table-facts.ts";
import { fullFolder, openWorkFolder } from "./work-folder.ts";

/** One less than libuv's pool of four threads, which DuckDB's calls block. */
const CONNECTIONS = 3;

/** Rows per thread: for smaller tables more threads only add a seventh to the time. */
const ROW_GROUP = 122_880;

/** Buckets of a larger page are ordered here, up to a number that costs little memory; else DuckDB finds the first. */
const SMALL_PAGE = 10_000;
const MAX_ORDERED = 400_000;

const INTERRUPT_MS = 20;

/**
 * One of many stores of few rows: a second thread would save a tenth of the time and keep a third more memory, and
 * without thresholds DuckDB keeps 128 MB of what it no longer uses.
 */
const SMALL = {
  threads: "1",
  allocator_flush_threshold: "1MB",
  allocator_bulk_deallocation_flush_threshold: "1MB",
};

type StoreOptions = { memoryBytes?: number; queueLength?: number; isSmall?: boolean };

/**
 * Opens an empty store with `memoryBytes` of memory; the rest spills to a work folder, which `close` removes. At most
 * three queries run at a time, `queueLength` wait. Dates in UTC.
 * @throws LoadError when the temporary folder is not writable
 */
export async function openDuckDbStore({
  memoryBytes = MIN_MEMORY,
  queueLength = Number.POSITIVE_INFINITY,
  isSmall = false,
}: StoreOptions = {}): Promise<Store> {
  const folder = await openWorkFolder();
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryBytes}B`,
    temp_directory: folder.path,
    // No downloads: everything needed is built in.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(isSmall ? SMALL : {}),
  });
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(instance)));
  const pool = createPool(connections, queueLength);
  const running = new Set<Promise<unknown>>();
  let facts: TableFacts = NOTHING_LOADED;

  function ask<T>(signal: AbortSignal | undefined, run: Run<T>): Promise<T> {
    const result = pool.use((connection) => runWith(connection, signal, run), signal);
    running.add(result);
    return result.finally(() => running.delete(result));
  }

  function rowsOf(query: AnalyticsQuery, extraFilter: ExtraFilter | undefined): SelectedRows {
    return { facts, where: whereSql(query, extraFilter, facts) };
  }

  return {
    load: (source) =>
      pool.use(async (connection) => {
        const reader = connections.find((other) => other !== connection) ?? connection;
        const places = { connection, reader, temporary: folder.path };
        const loaded = await load(places, source).catch((error: unknown) => {
          throw fullFolder(folder.parent, error) ?? error;
        });
        facts = loaded.facts;
        if (isSmall) await connection.run("CHECKPOINT");
        if (facts.records <= ROW_GROUP) await connection.run("SET threads = 1");
        return loaded.report;
      }),
    list: (query, signal, extraFilter) =>
      ask(signal, (connection) => recordsResponse(connection, query, rowsOf(query, extraFilter))),
    group: (query, signal, extraFilter) =>
      ask(signal, (connection) => bucketsFrom(connection, query, rowsOf(query, extraFilter))),
    listExtras: (query, signal, extraFilter) =>
      ask(signal, (connection) => recordsResponse(connection, query, rowsOf(query, extraFilter), extrasSql)),
    queue: () => ({ waiting: pool.waiting(), most: queueLength }),
    async close() {
      for (const connection of connections) connection.interrupt();
      await Promise.allSettled(running);
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      await folder.remove();
    },
  };
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  // Groups whose keys fit in 20 bits use an array instead of a hash table: half the time.
  await connection.run("SET perfect_ht_threshold = 20");
  return connection;
}

type Run<T> = (connection: DuckDBConnection) => Promise<T>;

/** Runs the statements of a query; `signal` interrupts them. */
async function runWith<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  run: Run<T>,
): Promise<T> {
  // Interrupts repeatedly: between its stages DuckDB loses an interrupt.
  let again: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), INTERRUPT_MS);
  };
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    return await run(connection);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Error("The query failed.", { cause });
  } finally {
    signal?.removeEventListener("abort", interrupt);
    clearInterval(again);
  }
}

/** The table, and which of its rows are selected; null is all. */
type SelectedRows = { facts: TableFacts; where: Sql | null };

function whereSql({ query }: AnalyticsQuery, extraFilter: ExtraFilter = [], facts: TableFacts): Sql | null {
  const filter = neededFilter(query.filter, facts);
  if (filter === null && extraFilter.length === 0) return null;
  return joinSql([filterSql(filter), extraFilterSql(extraFilter, facts)], " AND ");
}

async function bucketsFrom(
  connection: DuckDBConnection,
  asked: BucketPage,
  { facts, where }: SelectedRows,
): Promise<Buckets> {
  const { query, page } = asked;
  const rows = where ?? sql("true");
  const ordered = await orderedBuckets(connection, asked, rows, facts);
  if (ordered) return ordered;
  const { keys, counts } = await bucketsOf(connection, groupedSql(query, rows, page, facts), query, facts);
  const size = counts.length;
  // A page that is not full tells how many there are.
  const isLast = size < page.top && (size > 0 || page.skip === 0);
  return {
    table: bucketTable(query, keys, counts),
    totalCount: isLast ? page.skip + size : await numberFrom(connection, bucketTotalSql(query, rows)),
  };
}

/** Counts all buckets of a query and orders them here; null where DuckDB has to. */
async function orderedBuckets(
  connection: DuckDBConnection,
  { query, page }: BucketPage,
  rows: Sql,
  facts: TableFacts,
): Promise<Buckets | null> {
  const areIntegers = query.groupBy.every((field) => isDateField(field) || facts.enums.has(field));
  if (!areIntegers || page.top <= SMALL_PAGE) return null;
  const all = await bucketsOf(connection, unorderedSql(query, rows, MAX_ORDERED + 1, facts), query, facts);
  const totalCount = all.counts.length;
  if (totalCount > MAX_ORDERED) return null;
  const columns = all.keys.map(({ keys }) => keys as Int32Array);
  const order = orderOfKeys(columns, totalCount).subarray(page.skip, page.skip + page.top);
  const keys = columns.map((column, place) => ({
    keys: valuesInOrder(column, order, new Int32Array(order.length)),
    names: all.keys[place]?.names,
  }));
  return {
    table: bucketTable(query, keys, valuesInOrder(all.counts, order, new Float64Array(order.length))),
    totalCount,
  };
}

type Counted = { keys: readonly KeyColumn[]; counts: Float64Array };

async function bucketsOf(
  connection: DuckDBConnection,
  statement: Sql,
  query: GroupedQuery,
  facts: TableFacts,
): Promise<Counted> {
  const chunks = await chunksFrom(connection, statement);
  const keys = query.groupBy.map((field, place) => {
    const names = isDateField(field) ? undefined : facts.enums.get(field);
    const isInteger = isDateField(field) || names !== undefined;
    return { keys: isInteger ? integersIn(chunks, place) : valuesIn(chunks, place), names };
  });
  return { keys, counts: Float64Array.from(integersIn(chunks, keys.length)) };
}

function valuesIn(chunks: readonly DuckDBDataChunk[], place: number): KeyValue[] {
  return chunks.flatMap((chunk) => chunk.getColumnVector(place).toArray() as KeyValue[]);
}

/** A column of 32-bit integers without NULL. Copied whole: read one by one they take half the time of a large query. */
function integersIn(chunks: readonly DuckDBDataChunk[], place: number): Int32Array {
  const values = new Int32Array(chunks.reduce((sum, { rowCount }) => sum + rowCount, 0));
  let at = 0;
  for (const { chunk, rowCount } of chunks) {
    const vector = duckdb.data_chunk_get_vector(chunk, place);
    const { buffer, byteOffset } = duckdb.vector_get_data(vector, rowCount * Int32Array.BYTES_PER_ELEMENT);
    values.set(new Int32Array(buffer, byteOffset, rowCount), at);
    at += rowCount;
  }
  return values;
}

async function recordsResponse(
  connection: DuckDBConnection,
  { page }: RecordPage,
  { facts, where }: SelectedRows,
  pageSql = recordsSql,
): Promise<StoreResult> {
  const totalCount = where === null ? facts.records : await numberFrom(connection, totalSql(where));
  return { rows: await readChunks(connection, pageSql(where, page, facts)), totalCount };
}

async function numberFrom(connection: DuckDBConnection, statement: Sql): Promise<number> {
  const [chunk] = await chunksFrom(connection, statement);
  return Number(chunk?.getColumnVector(0).getItem(0));
}

/** All chunks of a result, which is in memory by then: to fetch each takes a turn of the thread pool. */
async function chunksFrom(connection: DuckDBConnection, statement: Sql): Promise<DuckDBDataChunk[]> {
  const { text, values } = withNumbers(statement);
  const result = await (values.length === 0 ? connection.run(text) : connection.run(text, [...values]));
  return Array.from({ length: result.chunkCount }, (_, place) => result.getChunk(place));
}

/** A chunk of a response: its index, and its rows as JSON text. */
type JsonChunk = { place: number; rows: Uint8Array };

/** The rows of a statement with the columns piece and rows: JSON text in UTF-8, in the order of the pieces. */
async function readChunks(connection: DuckDBConnection, statement: Sql): Promise<Uint8Array[]> {
  const chunks = await chunksFrom(connection, statement);
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
