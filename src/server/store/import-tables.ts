import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { openTables } from "#files/decode/open-tables.ts";
import type { Mapping } from "#files/formats/mapping.ts";
import { mappedColumns } from "#files/formats/mapping.ts";
import { headerScore, recognise } from "#files/formats/recognise.ts";
import type { FileBytes, RawTable, RejectedRow } from "#files/raw-table.ts";
import { capabilitiesOf, dayOnlyColumns, EVERYTHING_KNOWN } from "#files/records/capabilities.ts";
import { planTable } from "#files/records/plan-table.ts";
import { createRowReader, type RowReader } from "#files/records/read-row.ts";
import { createScan, scanRow, type TablePlan, type TableScan } from "#files/records/table-plan.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";
import { type DateColumn, orderOfValues } from "#files/values/date-column.ts";
import { idFault, isScientificId } from "#files/values/id-column.ts";
import { fileBytes } from "./file-bytes.ts";
import type { TableReport } from "./import-report.ts";
import { LoadError } from "./load-error.ts";
import { parquetTable } from "./parquet-table.ts";
import type { SourceFile } from "./source-files.ts";
import { appendRecord, createStaged } from "./staged-rows.ts";
import type { ReadingOptions, RefusedLine } from "./store.ts";
import { unpackWithZlib } from "./unpack-node.ts";

export type Imported = {
  tables: readonly TableReport[];
  refused: number;
  refusedLines: readonly RefusedLine[];
  hasRegistrations: boolean;
  /** Files of a folder or pattern that hold nothing known. */
  passedOver: readonly string[];
};

type Importing = {
  /** For reading while rows are written. */
  reader: DuckDBConnection;
  options: ReadingOptions;
  staged: DuckDBAppender;
  registered: DuckDBAppender;
};

const MAX_LISTED = 100;
const PROGRESS_MS = 5000;

/**
 * Reads files of any known format row by row into `staged`, and the ids of deal registrations into `registered`.
 * @throws LoadError with one sentence when a file that was named cannot be read, or none is known.
 */
export async function importFiles(
  { connection, reader }: { connection: DuckDBConnection; reader: DuckDBConnection },
  files: readonly SourceFile[],
  options: ReadingOptions,
): Promise<Imported> {
  await createStaged(connection);
  await connection.run("CREATE OR REPLACE TABLE registered (id VARCHAR)");
  const importing: Importing = {
    reader,
    options,
    staged: await connection.createAppender("staged"),
    registered: await connection.createAppender("registered"),
  };
  const found: ImportedFile[] = [];
  const passedOver: string[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const result = await importFile(importing, file);
    if ("problem" in result) {
      if (file.isNamed) throw new LoadError(result.problem);
      problems.push(result.problem);
      passedOver.push(file.path);
      options.say(`Passed over: ${result.problem}`);
    } else found.push(result);
  }
  importing.staged.closeSync();
  importing.registered.closeSync();
  if (found.length === 0) throw new LoadError(problems[0] ?? "REFERRALS_FILE names no file.");
  const tables = found.flatMap((file) => file.tables);
  const refusedLines = found.flatMap((file) => file.refusedLines);
  return {
    tables,
    refused: tables.reduce((sum, { refused }) => sum + refused, 0),
    refusedLines: refusedLines.slice(0, MAX_LISTED),
    hasRegistrations: tables.some(({ format }) => format === "registrations"),
    passedOver,
  };
}

type ImportedFile = { tables: TableReport[]; refusedLines: RefusedLine[] };

async function importFile(
  importing: Importing,
  { path }: SourceFile,
): Promise<ImportedFile | { problem: string }> {
  try {
    const tables = await tablesOf(importing, path);
    const known = tables.flatMap((table) => {
      // A JSON list of nothing has no names either: it is simply empty.
      const header = table.header.length === 0 ? ["id"] : table.header;
      const plan = planTable(header, importing.options.mapping);
      return plan ? [{ table, plan }] : [];
    });
    if (known.length === 0) return { problem: unknownFormat(path, tables) };
    const file: ImportedFile = { tables: [], refusedLines: [] };
    for (const { table, plan } of known) await importTable(importing, file, table, plan);
    return file;
  } catch (error) {
    if (error instanceof LoadError) throw error;
    if (error instanceof UnreadableFileError) return { problem: `REFERRALS_FILE: ${error.message}` };
    throw error;
  }
}

async function tablesOf({ reader, options }: Importing, path: string): Promise<readonly RawTable[]> {
  const file = withProgress(await fileBytes(path), options.say);
  const parquet = await parquetTable(reader, path, file);
  if (parquet) return [parquet];
  const { mapping } = options;
  return openTables(file, { headerScore: (cells) => scoreOf(cells, mapping), unpack: unpackWithZlib });
}

/** Says how far the reading is when it takes long. */
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

function scoreOf(cells: readonly (string | null)[], mapping: Mapping | null): number {
  const names = cells.map((cell) => cell ?? "");
  return Math.max(headerScore(cells), (mapping && mappedColumns(names, mapping)?.size) ?? 0);
}

/** What was found and what was looked for, when no format fits. */
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

async function importTable(
  importing: Importing,
  file: ImportedFile,
  table: RawTable,
  firstPlan: TablePlan,
): Promise<void> {
  const { plan, scan } = await scanTable(importing, table, firstPlan);
  checkIds(table, scan);
  checkDates(table, scan, importing.options);
  const reader = createRowReader(plan, scan, importing.options);
  const lost = await appendRows(importing, table, plan, reader);
  const rejected = table.rejected.first.slice(0, MAX_LISTED).map(refusedLine);
  const refused = [...rejected, ...lost.lines].toSorted((a, b) => a.line - b.line);
  file.refusedLines.push(...refused.slice(0, MAX_LISTED));
  file.tables.push({
    name: table.name,
    format: plan.format,
    scores: plan.scores,
    unknownColumns: plan.unknown,
    columns: Object.fromEntries(plan.columns.map(({ name, target }) => [name, target])),
    rows: scan.rows,
    refused: table.rejected.count + lost.count,
    dates: reader.dates,
    notes: table.notes,
    capabilities: scan.rows === 0 ? EVERYTHING_KNOWN : capabilitiesOf(plan, dayOnlyColumns(scan)),
  });
}

/** Writes the records of a table, except those whose id has lost its digits. */
async function appendRows(
  { staged, registered }: Importing,
  table: RawTable,
  plan: TablePlan,
  reader: RowReader,
): Promise<{ count: number; lines: readonly RefusedLine[] }> {
  const lines: RefusedLine[] = [];
  let count = 0;
  for await (const rows of table.batches()) {
    for (const { cells, line } of rows) {
      const record = reader.read(cells);
      const { id } = record.terms;
      if (id !== null && isScientificId(id)) {
        count += 1;
        if (lines.length < MAX_LISTED) lines.push({ line, reason: `the id ${id} has lost its digits` });
      } else if (plan.isReferrals) appendRecord(staged, record);
      else appendId(registered, id);
    }
    staged.flushSync();
  }
  return { count, lines };
}

/** Looks at all rows once, and again where the table has shown more columns on the way. */
async function scanTable(
  { options }: Importing,
  table: RawTable,
  plan: TablePlan,
): Promise<{ plan: TablePlan; scan: TableScan }> {
  const columns = table.header.length;
  const scan = createScan(plan);
  for await (const rows of table.batches()) {
    for (const { cells, line } of rows) scanRow(plan, scan, cells, line);
  }
  if (table.header.length === columns) return { plan, scan };
  const wider = planTable(table.header, options.mapping) ?? plan;
  const again = createScan(wider);
  for await (const rows of table.batches()) {
    for (const { cells, line } of rows) scanRow(wider, again, cells, line);
  }
  return { plan: wider, scan: again };
}

function checkIds(table: RawTable, { ids }: TableScan): void {
  const fault = idFault(ids);
  if (fault === null || ids.example === null) return;
  const { text, line } = ids.example;
  const what =
    fault === "scientific-id" ? "are written in scientific notation" : "end in zeros after 15 digits";
  throw new LoadError(
    `REFERRALS_FILE: the ids of ${table.name} ${what} ("${text}" in line ${line}): a spreadsheet has cut them. ` +
      "Export the file again and do not save it in a spreadsheet, or give the id column the format Text first.",
  );
}

function checkDates(table: RawTable, { dates }: TableScan, { dateOrder }: ReadingOptions): void {
  const mixed = [...dates.values()].find((column) => orderOfValues(column) === "mixed");
  if (mixed && dateOrder === null) throw mixedDates(table.name, mixed);
}

/** The refusal of a column that is written day first in some rows and month first in others. */
export function mixedDates(file: string, column: DateColumn): LoadError {
  return new LoadError(
    `REFERRALS_FILE: the dates in "${column.name}" of ${file} are day-first in some rows (${column.dayFirstExample}) and ` +
      `month-first in others (${column.monthFirstExample}): export the file again, or set DATE_ORDER to day-first or month-first.`,
  );
}

function appendId(appender: DuckDBAppender, id: string | null): void {
  if (id === null) appender.appendNull();
  else appender.appendVarchar(id);
  appender.endRow();
}

/** Why a row was refused, in the words of the start line. */
function refusedLine({ line, reason, cells, columns }: RejectedRow): RefusedLine {
  const words: Record<RejectedRow["reason"], string> = {
    "too-many-cells": `more values than the header (${cells} instead of ${columns})`,
    "too-few-cells": `fewer values than the header (${cells} instead of ${columns})`,
    "shifted-cells": "the values have moved to other columns",
    "unclosed-quote": "unclosed quote, or text after a closing quote",
    "line-too-long": "longer than a line may be",
    "invalid-json": "not a JSON object",
    "cut-off": "the file ends in the middle of it",
  };
  return { line, reason: words[reason] };
}
