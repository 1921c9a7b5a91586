import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { withoutEmptyValue } from "#files/decode/empty-value.ts";
import { openTables } from "#files/decode/open-tables.ts";
import { readBytes } from "#files/decode/read-parts.ts";
import { RejectedRowsLog } from "#files/decode/rejected-rows.ts";
import { recognise } from "#files/formats/recognise.ts";
import type { TableReport } from "#files/import/import-report.ts";
import { importTable, planFor, type RowSink, scoreOf } from "#files/import/import-table.ts";
import type { FileBytes, RawRow, RawTable } from "#files/raw-table.ts";
import type { TablePlan } from "#files/records/table-plan.ts";
import { type UnreadableFileCode, UnreadableFileError } from "#files/unreadable-file.ts";
import { fileBytes, unpackWithZlib } from "./file-bytes.ts";
import { literalPath, PARQUET_ROWS, parquetText } from "./file-source.ts";
import { LoadError } from "./load-error.ts";
import type { SourceFile } from "./source-files.ts";
import { quoteName } from "./sql.ts";
import { appendRecord, createStaged } from "./staged-rows.ts";
import type { ReadingOptions } from "./store.ts";

const MAGIC = "PAR1";

/** A Parquet file as a table of texts; null for other files. Dates are ISO strings in UTC. */
async function parquetTable(
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
    header: columns.map(([name]) => name),
    isTyped: true,
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

export type Imported = {
  tables: readonly TableReport[];
  hasRegistrations: boolean;
};

type Importing = {
  /** A second connection, for reading while writing. */
  reader: DuckDBConnection;
  options: ReadingOptions;
  staged: DuckDBAppender;
  registered: DuckDBAppender;
};

/** One writes while the other reads. */
type Connections = { connection: DuckDBConnection; reader: DuckDBConnection };

const PROGRESS_MS = 5000;

/**
 * Reads files of any known format row by row into `staged`, and deal registrations into `registered`.
 * @throws LoadError when a named file is unreadable, or no file is known
 */
export async function importFiles(
  connections: Connections,
  files: readonly SourceFile[],
  options: ReadingOptions,
): Promise<Imported> {
  const importing = await beginImport(connections, options);
  const tables: TableReport[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const result = await importFile(importing, file);
    if ("problem" in result) {
      if (file.isNamed) throw new LoadError(result.problem);
      problems.push(result.problem);
      options.say(`Passed over: ${result.problem}`);
    } else tables.push(...result);
  }
  const imported = endImport(importing, tables);
  if (tables.length === 0) throw new LoadError(problems[0] ?? "REFERRALS_FILE names no file.");
  return imported;
}

async function beginImport({ connection, reader }: Connections, options: ReadingOptions): Promise<Importing> {
  await createStaged(connection);
  await createStaged(connection, "registered");
  return {
    reader,
    options,
    staged: await connection.createAppender("staged"),
    registered: await connection.createAppender("registered"),
  };
}

function endImport({ staged, registered }: Importing, tables: readonly TableReport[]): Imported {
  staged.closeSync();
  registered.closeSync();
  return { tables, hasRegistrations: tables.some(({ format }) => format === "registrations") };
}

async function importFile(
  importing: Importing,
  { path }: SourceFile,
): Promise<TableReport[] | { problem: string }> {
  try {
    const tables = await tablesOf(importing, path);
    const known = tables.flatMap((table) => {
      const plan = planFor(table, importing.options.mapping);
      return plan ? [{ table, plan }] : [];
    });
    if (known.length === 0) return { problem: unknownFormat(path, tables) };
    const reports: TableReport[] = [];
    for (const { table, plan } of known) reports.push(await importedTable(importing, table, plan));
    return reports;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    if (MISLEADING.has(error.code)) throw refusal(error);
    return { problem: refusal(error).message };
  }
}

function importedTable(importing: Importing, table: RawTable, plan: TablePlan): Promise<TableReport> {
  return importTable(table, plan, sinkOf(importing), importing.options);
}

/** These faults mean that data would be wrong, so the files are not skipped, not even in a folder. */
const MISLEADING: ReadonlySet<UnreadableFileCode> = new Set(["scientific-id", "rounded-ids", "mixed-dates"]);

/** The message for an unreadable file, with the setting that names it. */
export function refusal({ message }: UnreadableFileError): LoadError {
  return new LoadError(`REFERRALS_FILE: ${message}`);
}

function sinkOf({ staged, registered }: Importing): RowSink {
  return {
    referral: (record) => appendRecord(staged, record),
    registration: (record) => appendRecord(registered, record),
    flush: () => staged.flushSync(),
  };
}

async function tablesOf({ reader, options }: Importing, path: string): Promise<readonly RawTable[]> {
  const file = withProgress(await fileBytes(path), options.say);
  const parquet = await parquetTable(reader, path, file);
  if (parquet) return [parquet];
  const { mapping } = options;
  return openTables(file, { headerScore: (cells) => scoreOf(cells, mapping), unpack: unpackWithZlib });
}

/** Reports progress of long reads. */
function withProgress(file: FileBytes, say: (line: string) => void): FileBytes {
  let last = Date.now();
  return {
    ...file,
    async *stream(start = 0, end = file.size) {
      let at = start;
      for await (const bytes of file.stream(start, end)) {
        at += bytes.length;
        yield bytes;
        if (Date.now() - last < PROGRESS_MS) continue;
        last = Date.now();
        say(`Reading ${file.name}: ${Math.floor((at / file.size) * 100)} %`);
      }
    },
  };
}

/** What was found and expected, when no format matches. */
function unknownFormat(path: string, tables: readonly RawTable[]): string {
  const header = tables[0]?.header ?? [];
  const names = header.slice(0, 20).map((name) => `"${name}"`);
  const more = header.length > names.length ? ` and ${header.length - names.length} more` : "";
  const tried = recognise(header).scores.map(({ format, found, of }) => `${format} ${found} of ${of}`);
  const scores = tried.length === 0 ? "none of them fits" : `columns found: ${tried.join(", ")}`;
  return (
    `REFERRALS_FILE: ${path} is in no known format. Its columns: ${names.join(", ")}${more}. Formats tried: the 16 fields ` +
    "of referrals analytics, leads insights, co-sell insights, co-sell opportunities, deal registrations, Referrals API, CRM " +
    `exports (${scores}). Name the columns in a mapping: npm run map -- FILE suggests one.`
  );
}
