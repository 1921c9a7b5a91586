import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { withoutEmptyValue } from "#files/decode/empty-value.ts";
import { mixedDates } from "#files/import/import-table.ts";
import type { TableNote } from "#files/raw-table.ts";
import {
  chooseOrders,
  createDateColumn,
  type DateChoice,
  type DateColumn,
  type DateColumnReport,
  dateReader,
  observeDate,
  orderOfValues,
  reportDates,
} from "#files/values/date-column.ts";
import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import { refusal } from "./import-tables.ts";
import { timestamp } from "./sql.ts";
import type { ReadingOptions } from "./store.ts";
import { unreadableColumn } from "./table-facts.ts";
import { type StagedScan, scanTable } from "./table-scan.ts";

export type DateReadings = {
  /** Fields with texts that DuckDB did not parse. */
  fields: readonly DateField[];
  /** Fields that no record has a date or text for. */
  empty: ReadonlySet<DateField>;
  /** Those with unreadable texts. */
  unreadable: ReadonlySet<DateField>;
  count: number;
  reports: readonly DateColumnReport[];
  /** How many dates of each field are unreadable, where the tables do not say so. */
  notes: readonly TableNote[];
  /** What else the scan of `staged` found. */
  scan: StagedScan;
};

type ReadOptions = Pick<ReadingOptions, "dateOrder" | "now"> & {
  /** File name for error messages. */
  file: string;
  /** The remaining texts have been checked before: they are unreadable. */
  isImported: boolean;
  /** What a scan of `staged` found before; null for none. */
  scan: StagedScan | null;
};

/**
 * Parses the date texts of `staged` that DuckDB left, column by column: fills the table `readings` (field, text;
 * instant or NULL; unreadable).
 * @throws LoadError for a column with both day-first and month-first dates
 */
export async function readDates(connection: DuckDBConnection, options: ReadOptions): Promise<DateReadings> {
  await connection.run(
    "CREATE TABLE readings (field VARCHAR, text VARCHAR, instant TIMESTAMP, unreadable BOOLEAN)",
  );
  const scan = options.scan ?? (await scanTable(connection, "staged"));
  const fields = DATE_FIELDS.filter((field) => scan.texts.has(field));
  const columns: DateColumn[] = [];
  for (const field of fields) columns.push(await observed(connection, field));
  const choices = chooseOrders(columns, { setting: options.dateOrder, format: null });
  const reports: DateColumnReport[] = [];
  for (const [place, field] of fields.entries()) {
    const column = columns[place] as DateColumn;
    if (orderOfValues(column) === "mixed" && options.dateOrder === null && !options.isImported)
      throw refusal(mixedDates(options.file, column));
    const choice = choices.get(column) as DateChoice;
    const read = readerOf(column, choice, options);
    await fillReadings(connection, field, read);
    const report = options.isImported ? null : reportDates(column, choice, read);
    if (report) reports.push(report);
  }
  const found = await Promise.all(fields.map((field) => unreadableIn(connection, field)));
  const odd = found.filter(({ params: { count } }) => count > 0);
  return {
    fields,
    empty: new Set(DATE_FIELDS.filter((field) => !scan.texts.has(field) && scan.counts.get(field) === 0)),
    unreadable: new Set(odd.map(({ params: { column } }) => column)),
    count: odd.reduce((sum, { params: { count } }) => sum + count, 0),
    reports,
    notes: options.isImported ? [] : odd,
    scan,
  };
}

function readerOf(
  column: DateColumn,
  choice: DateChoice,
  { isImported, now }: ReadOptions,
): (text: string | null) => InstantReading {
  if (isImported) return (text) => ({ kind: "unreadable", text: text ?? "" });
  const read = dateReader(column, choice, now);
  return (text) => read(withoutEmptyValue(text ?? ""));
}

async function* textsOf(connection: DuckDBConnection, field: DateField): AsyncGenerator<string> {
  const text = unreadableColumn(field);
  const result = await connection.stream(`SELECT DISTINCT ${text} FROM staged WHERE ${text} IS NOT NULL`);
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (const value of chunk.getColumnValues(0)) yield String(value);
  }
}

async function observed(connection: DuckDBConnection, field: DateField): Promise<DateColumn> {
  const column = createDateColumn(field);
  for await (const text of textsOf(connection, field)) observeDate(column, text);
  return column;
}

async function fillReadings(
  connection: DuckDBConnection,
  field: DateField,
  read: (text: string) => InstantReading,
): Promise<void> {
  const appender = await connection.createAppender("readings");
  for await (const text of textsOf(connection, field)) appendReading(appender, field, text, read(text));
  appender.closeSync();
}

function appendReading(
  appender: DuckDBAppender,
  field: DateField,
  text: string,
  reading: InstantReading,
): void {
  appender.appendVarchar(field);
  appender.appendVarchar(text);
  if (reading.kind === "instant") appender.appendTimestamp(timestamp(reading.at));
  else appender.appendNull();
  appender.appendBoolean(reading.kind === "unreadable");
  appender.endRow();
}

type UnreadableNote = TableNote & { params: { column: DateField; count: number } };

async function unreadableIn(connection: DuckDBConnection, field: DateField): Promise<UnreadableNote> {
  const result = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER, left(min(text), 40) FROM staged JOIN readings ON text = ${unreadableColumn(field)} AND field = '${field}'
    WHERE unreadable`,
  );
  const [count, text] = result.getRows()[0] ?? [];
  const params = { column: field, count: Number(count), text: String(text), line: 0 };
  return { code: "unreadable-dates", params };
}
