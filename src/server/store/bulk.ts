import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { plainColumnName } from "#files/formats/format.ts";
import { mappedColumns } from "#files/formats/mapping.ts";
import { recognise } from "#files/formats/recognise.ts";
import type { TableReport } from "#files/import/import-report.ts";
import { capabilitiesOf, EVERYTHING_KNOWN } from "#files/records/capabilities.ts";
import { planTable } from "#files/records/plan-table.ts";
import { sampleReferrals } from "#server/sample/sample-referrals.ts";
import { readCsvHeader } from "./csv-header.ts";
import { type FileHead, readFileHead } from "./file-kind.ts";
import { csvSource, jsonArraySource, jsonLinesSource, parquetSource } from "./file-source.ts";
import { LoadError } from "./load-error.ts";
import { memoryFor } from "./memory.ts";
import { type Say, withProgress } from "./progress.ts";
import { dropStaged } from "./staged-rows.ts";
import { hasLostIds, hasOtherMarkets, needsCloserLook } from "./staged-values.ts";
import { type Source, stageSql, viewSql } from "./staging.ts";
import type { ReadingOptions } from "./store.ts";
import { haveWholeMs, type StagedScan, scanTable } from "./table-scan.ts";

type BulkParts = { connection: DuckDBConnection; temporary: string };

/** A view of a file, with what a scan of it found, unless its dates had to be repaired since. */
type Viewed = { scan: StagedScan | null };

export type BulkStaged = Viewed & { table: TableReport };

/** Stages the sample data. */
export async function stageSample({ connection, temporary }: BulkParts, now: number): Promise<void> {
  await mkdir(temporary, { recursive: true });
  const path = join(temporary, "values.jsonl");
  await writeJsonLines(path, sampleReferrals(now));
  await stageSource(connection, path, await jsonLinesSource(connection, path));
}

/**
 * Stages a file of the sixteen fields with DuckDB's readers, many times as fast as row by row; null where the file has
 * another format, a rejected row, or needs the row reader for another reason.
 */
export async function stageBulk(
  { connection }: BulkParts,
  path: string,
  options: ReadingOptions,
): Promise<BulkStaged | null> {
  const head = await readFileHead(path);
  if (head === null) return null;
  await connection.run(`SET memory_limit = '${memoryFor(head)}B'`);
  const source = await bulkSource(connection, path, head);
  if (source === null || !isPlain(source, options)) return null;
  const viewed = await tryView(connection, source);
  const isStaged = viewed !== null || (await tryStage(connection, path, source, options.say));
  const isRejected =
    !isStaged ||
    (await hasLostIds(connection)) ||
    (head.kind === "csv" && (await needsCloserLook(connection)));
  if (!isRejected) return { table: tableReport(path, source), scan: viewed?.scan ?? null };
  await dropStaged(connection);
  return null;
}

/** Markets with other names than codes are replaced, which a view does not allow. */
async function tryView(connection: DuckDBConnection, source: Source): Promise<Viewed | null> {
  if (source.typed === null) return null;
  try {
    await connection.run(viewSql(source, source.typed, true));
    if (!(await hasOtherMarkets(connection))) {
      const scan = await scanTable(connection, "staged");
      if (scan.areUsual && (await haveWholeMs(connection, scan))) return { scan };
      await connection.run(viewSql(source, source.typed, false));
      return { scan: null };
    }
  } catch (error) {
    unreadable(error);
  }
  await dropStaged(connection);
  return null;
}

async function bulkSource(
  connection: DuckDBConnection,
  path: string,
  head: FileHead,
): Promise<Source | null> {
  if (head.kind === "csv") return hasCleanHeader(head.start) ? csvSource(path, head.start) : null;
  if (head.kind === "json-document") return null;
  try {
    if (head.kind === "parquet") return await parquetSource(connection, path);
    return head.kind === "json-array"
      ? await jsonArraySource(connection, path)
      : await jsonLinesSource(connection, path);
  } catch (error) {
    return unreadable(error);
  }
}

/** Each field has one column; DuckDB loses all rows below a header with line breaks. */
function hasCleanHeader(start: string): boolean {
  const { names } = readCsvHeader(start);
  const isOneLine = names.every((name) => !/[\r\n]/.test(name));
  return isOneLine && new Set(names.map(plainColumnName)).size === names.length;
}

function isPlain({ names }: Source, { mapping }: ReadingOptions): boolean {
  if (mapping && mappedColumns(names, mapping)) return false;
  const { format, scores } = recognise(names);
  const columns = scores.find((score) => score.format === "endpoint");
  // JSON lines may spell a key differently from line to line.
  return names.length === 0 || (format?.id === "endpoint" && (columns?.found ?? 0) >= 1);
}

async function tryStage(
  connection: DuckDBConnection,
  path: string,
  source: Source,
  say: Say,
): Promise<boolean> {
  try {
    await stageSource(connection, path, source, say);
    return true;
  } catch (error) {
    return unreadable(error) !== null;
  }
}

/** What DuckDB cannot read is tried row by row, or rejected there with a reason. */
function unreadable(error: unknown): null {
  if (error instanceof LoadError) throw error;
  return null;
}

async function stageSource(
  connection: DuckDBConnection,
  path: string,
  source: Source,
  say: Say = () => {},
): Promise<void> {
  const { text, values } = stageSql(source);
  await withProgress(connection, say, `Reading ${basename(path)}`, () => connection.run(text, [...values]));
}

function tableReport(path: string, { names }: Source): TableReport {
  const plan = planTable(names.length === 0 ? ["id"] : names, null);
  if (plan === null) throw new Error("The bulk readers staged a file of no known format.");
  return {
    name: basename(path),
    format: plan.format,
    scores: plan.scores,
    unknownColumns: plan.unknown,
    columns: Object.fromEntries(plan.columns.map(({ name, target }) => [name, target])),
    rows: 0,
    rejected: { count: 0, byReason: {}, first: [] },
    dates: [],
    notes: [],
    capabilities: names.length === 0 ? EVERYTHING_KNOWN : capabilitiesOf(plan, new Set()),
  };
}

/** Writes values as JSON lines, readable by this account only. */
export async function writeJsonLines(path: string, values: Iterable<unknown>): Promise<void> {
  await pipeline(Readable.from(linesInBlocks(values)), createWriteStream(path, { mode: 0o600 }));
}

/** A thousand lines at a time: one write per line would cost more than the text. */
function* linesInBlocks(values: Iterable<unknown>): Generator<string> {
  let lines: string[] = [];
  for (const value of values) {
    lines.push(`${JSON.stringify(value)}\n`);
    if (lines.length < 1000) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}
