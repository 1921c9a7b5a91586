import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { NOTHING_JOINED, rejectedRows, type TableReport } from "#files/import/import-report.ts";
import { EVERYTHING_KNOWN, joinCapabilities } from "#files/records/capabilities.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import { datedRecords, type HistoryFacts, recordImport } from "#server/history/history-folder.ts";
import { stageBulk, stageSample } from "./bulk.ts";
import { type DateReadings, readDates } from "./date-readings.ts";
import { countExtras, stagedExtras } from "./extra-columns.ts";
import { type Imported, importFiles } from "./import-tables.ts";
import { joinStaged, registrationReport } from "./join-staged.ts";
import { LoadError, reasonWords } from "./load-error.ts";
import { withProgress } from "./progress.ts";
import { type Built, buildReferrals } from "./referrals-table.ts";
import type { SourceFile } from "./source-files.ts";
import { RECORD_COLUMNS, recordOf, stageRecords } from "./staged-rows.ts";
import { dropErrors, nameMarkets, type PlausibleSpan, plausibleDates } from "./staged-values.ts";
import type { DataSource, LoadReport, ReadingOptions } from "./store.ts";
import type { TableFacts } from "./table-facts.ts";
import type { StagedScan } from "./table-scan.ts";

export type Loaded = { report: LoadReport; facts: TableFacts };

/** A staged source whose dates are not parsed yet. */
type Staged = {
  source: string;
  tables: readonly TableReport[];
  isImported: boolean;
  scan: StagedScan | null;
} & Pick<LoadReport, "joined" | "registrations">;

export type LoadParts = {
  connection: DuckDBConnection;
  /** Reads while the other connection writes. */
  reader: DuckDBConnection;
  /** A folder for temporary files, created on demand. */
  temporary: string;
};

/** Fills the table `referrals`. @throws LoadError when nothing can be loaded */
export async function load(parts: LoadParts, source: DataSource): Promise<Loaded> {
  const { connection } = parts;
  const options = source.kind === "files" ? source.options : null;
  const now = source.kind === "files" ? source.options.now : source.now;
  const staged = await stage(parts, source);
  const history =
    source.kind === "files" ? await applyHistory(connection, source.files, source.options) : null;
  await nameMarkets(connection);
  const dates = await readDates(connection, {
    dateOrder: options?.dateOrder ?? null,
    now,
    file: staged.source,
    isImported: staged.isImported,
    scan: staged.scan,
  });
  const closedAsError = staged.isImported ? await dropErrors(connection) : 0;
  const extras = await stagedExtras(connection);
  const isAsScanned = closedAsError === 0 && extras.length === 0;
  const { facts, scan } = await withProgress(
    connection,
    options?.say ?? (() => {}),
    `Sorting ${staged.source}`,
    () => buildReferrals(connection, dates, extras, isAsScanned),
  );
  if (facts.records === 0 && rejectedRows(staged.tables).count > 0) throw nothingLoaded(staged);
  const span = { first: options?.firstPlausible ?? FIRST_PLAUSIBLE, now, extras };
  const report = await reportOf(connection, staged, dates, scan, span);
  // The bulk readers do not count.
  const tables = staged.isImported
    ? report.tables
    : report.tables.map((table) => ({ ...table, rows: facts.records }));
  const counted = {
    loaded: facts.records,
    extras: await countExtras(connection, extras),
    closedAsError,
    tables,
  };
  return { report: { ...report, ...counted, ...(history && { history }) }, facts };
}

async function reportOf(
  connection: DuckDBConnection,
  { source, tables, joined, registrations }: Staged,
  dates: DateReadings,
  { counts, ends }: Built["scan"],
  span: PlausibleSpan,
): Promise<Omit<LoadReport, "loaded" | "extras" | "closedAsError">> {
  const capabilities = tables.filter(({ format }) => format !== "registrations");
  return {
    source,
    unreadable: dates.count,
    withId: counts.get("id") ?? 0,
    dated: counts.get("createdDate") ?? 0,
    tables: tables.map((table) => ({
      ...table,
      dates: dates.reports.length > 0 ? dates.reports : table.dates,
      notes: [...table.notes, ...dates.notes],
    })),
    joined,
    registrations,
    capabilities:
      capabilities.length === 0
        ? EVERYTHING_KNOWN
        : joinCapabilities(capabilities.map((table) => table.capabilities)),
    ...(await plausibleDates(connection, span, ends)),
  };
}

function nothingLoaded({ source, tables }: Staged): LoadError {
  const {
    count,
    first: [first],
  } = rejectedRows(tables);
  const example = first ? ` (line ${first.line}: ${reasonWords(first)})` : "";
  return new LoadError(`REFERRALS_FILE: none of the ${count} lines in ${source} is a referral${example}.`);
}

async function stage(parts: LoadParts, source: DataSource): Promise<Staged> {
  const nothingMore = { tables: [], joined: NOTHING_JOINED, registrations: null, scan: null };
  if (source.kind === "sample") {
    await stageSample(parts, source.now);
    return { source: "Sample data", isImported: false, ...nothingMore };
  }
  if (source.kind === "records") {
    await stageRecords(parts.connection, source.records);
    // Compresses the table in memory, to a tenth.
    await parts.connection.run("CHECKPOINT");
    return { source: source.name, isImported: true, ...nothingMore };
  }
  const { files, options } = source;
  const [file] = files;
  // History is kept per record, which needs the row reader.
  const isBulk = files.length === 1 && !options.history;
  const bulk = file && isBulk ? await stageBulk(parts, file.path, options) : null;
  if (file && bulk) {
    const { table, scan } = bulk;
    return { source: basename(file.path), isImported: false, ...nothingMore, tables: [table], scan };
  }
  return stagedRows(parts, sourceName(files), await importFiles(parts, files, options));
}

async function stagedRows(parts: LoadParts, source: string, imported: Imported): Promise<Staged> {
  const { tables } = imported;
  // Within a single export a repeated id is a data fault and shown as one.
  const isOneExport = tables.length === 1 && tables[0]?.format === "endpoint";
  const joined = isOneExport ? NOTHING_JOINED : await joinStaged(parts);
  const registrations = imported.hasRegistrations ? await registrationReport(parts.connection) : null;
  return {
    source,
    tables,
    isImported: true,
    joined,
    registrations,
    scan: null,
  };
}

/** Up to three names, or the number of files. */
export function sourceName(files: readonly SourceFile[]): string {
  return files.length > 3 ? `${files.length} files` : files.map(({ path }) => basename(path)).join(", ");
}

/**
 * Stores `staged` as an import, and replaces it by the state after all imports: with dates of changes between two of
 * them, and referrals that this one lacks.
 */
async function applyHistory(
  connection: DuckDBConnection,
  files: readonly SourceFile[],
  { history, now, say }: ReadingOptions,
): Promise<HistoryFacts | null> {
  if (!history) return null;
  const result = await connection.runAndReadAll(`SELECT ${RECORD_COLUMNS} FROM staged ORDER BY rowid`);
  const records = result.getRows().map(recordOf);
  const asOf = newestDate(records, await writtenAt(files, now), now);
  const recorded = await recordImport(history, { records, asOf, at: now, isWhole: false });
  for (const sentence of recorded.sentences) say(sentence);
  await stageRecords(connection, datedRecords(recorded));
  return recorded.facts;
}

/** When the newest file was written, at most the clock (ms since 1970 UTC). */
async function writtenAt(files: readonly SourceFile[], now: number): Promise<number> {
  const times = await Promise.all(files.map(({ path }) => stat(path).then(({ mtimeMs }) => mtimeMs)));
  return Math.min(now, Math.max(...times.map(Math.floor)));
}

/** A file cannot be older than a date in it. */
function newestDate(records: readonly ImportedRecord[], first: number, now: number): number {
  let newest = first;
  for (const { dates } of records)
    for (const field of DATE_FIELDS) {
      const date = dates[field];
      if (date.kind === "instant" && date.at <= now) newest = Math.max(newest, date.at);
    }
  return newest;
}
