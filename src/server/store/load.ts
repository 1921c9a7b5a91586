import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sampleReferrals } from "../sample/sample-referrals.ts";
import { type FileHead, readFileHead } from "./file-kind.ts";
import { csvSource, dropRefused, jsonArraySource, jsonLinesSource, parquetSource } from "./file-source.ts";
import { documentItems, writeJsonLines } from "./json-document.ts";
import { LoadError } from "./load-error.ts";
import { memoryFor } from "./memory.ts";
import { readOddDates } from "./odd-dates.ts";
import { buildReferrals, tableFacts } from "./referrals-table.ts";
import { type RejectedRows, readRejectedRows } from "./rejected-rows.ts";
import { type Source, stageSql } from "./staging.ts";
import type { DataSource, LoadReport } from "./store.ts";
import type { TableFacts } from "./table-facts.ts";

export type Loaded = { report: LoadReport; facts: TableFacts };

/**
 * Fills the table `referrals`; `temporary` is a folder for files on the way, made when needed.
 * @throws LoadError with one sentence when nothing can be loaded.
 */
export async function load(
  connection: DuckDBConnection,
  source: DataSource,
  temporary: string,
): Promise<Loaded> {
  const refusals = await stage(connection, source, temporary);
  const odd = await readOddDates(connection);
  await buildReferrals(connection, odd);
  const facts = await tableFacts(connection, odd);
  const loaded = facts.records;
  if (loaded === 0 && refusals.count > 0) throw nothingLoaded(source, refusals);
  const report: LoadReport = {
    source: source.kind === "file" ? basename(source.path) : "Sample data",
    loaded,
    refused: refusals.count,
    refusedLines: refusals.lines,
    unreadable: odd.count,
  };
  return { report, facts };
}

function nothingLoaded(source: DataSource, { count, lines: [first] }: RejectedRows): LoadError {
  const path = source.kind === "file" ? source.path : "sample data";
  const example = first ? ` (line ${first.line}: ${first.reason})` : "";
  return new LoadError(`REFERRALS_FILE: none of the ${count} lines in ${path} is a referral${example}.`);
}

async function stage(
  connection: DuckDBConnection,
  source: DataSource,
  temporary: string,
): Promise<RejectedRows> {
  if (source.kind === "sample") return stageValues(connection, sampleReferrals(source.now), temporary);
  const { path } = source;
  const head = await readFileHead(path);
  await connection.run(`SET memory_limit = '${memoryFor(head)}B'`);
  if (head.kind === "json-document")
    return stageValues(connection, await documentItems(path), temporary, path);
  return stageFile(connection, path, head);
}

async function stageValues(
  connection: DuckDBConnection,
  values: Iterable<unknown>,
  temporary: string,
  origin = "The sample data",
): Promise<RejectedRows> {
  await mkdir(temporary, { recursive: true });
  const path = join(temporary, "values.jsonl");
  await writeJsonLines(path, values);
  return stageSource(connection, path, await jsonLinesSource(connection, path), origin);
}

async function stageFile(connection: DuckDBConnection, path: string, head: FileHead): Promise<RejectedRows> {
  try {
    return await stageSource(connection, path, await sourceOf(connection, path, head));
  } catch (error) {
    if (error instanceof LoadError) throw error;
    if (head.kind !== "csv") throw unreadableFile(path, head, error);
  }
  try {
    return await stageSource(connection, path, csvSource(path, head.start, false));
  } catch (error) {
    throw unreadableFile(path, head, error);
  }
}

function sourceOf(connection: DuckDBConnection, path: string, head: FileHead): Promise<Source> | Source {
  if (head.kind === "parquet") return parquetSource(connection, path);
  if (head.kind === "csv") return csvSource(path, head.start, true);
  return head.kind === "json-array" ? jsonArraySource(connection, path) : jsonLinesSource(connection, path);
}

async function stageSource(
  connection: DuckDBConnection,
  path: string,
  source: Source,
  origin = path,
): Promise<RejectedRows> {
  await dropRefused(connection);
  if (source.cells.size === 0) {
    throw new LoadError(
      `REFERRALS_FILE: ${origin} has none of the fields of a referral (id, status, customerMarket, …). ` +
        "Use a CSV file with a header row, JSON or Parquet.",
    );
  }
  const { text, values } = stageSql(source);
  await connection.run(text, [...values]);
  const refusals = await readRejectedRows(connection, path);
  await dropRefused(connection);
  return refusals;
}

const KIND_WORDS = {
  parquet: "Parquet",
  csv: "CSV",
  "json-lines": "JSON lines",
  "json-array": "a JSON array",
  "json-document": "JSON",
};

/** The engine's words stay in `cause`. */
function unreadableFile(path: string, { kind }: FileHead, cause: unknown): LoadError {
  const message = `REFERRALS_FILE: ${path} can't be read as ${KIND_WORDS[kind]}. It may be incomplete; save it again.`;
  return new LoadError(message, { cause });
}
