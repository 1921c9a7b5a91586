import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { approximateBits, approximateOf } from "#files/records/record-codec.ts";
import { DATE_FIELDS, TERM_FIELDS } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import { timestamp } from "./sql.ts";
import { unreadableColumn } from "./table-facts.ts";

/** The table `staged` of the bulk readers, plus columns for joining. */
const COLUMNS = [
  ...TERM_FIELDS.map((field) => `${field} VARCHAR`),
  ...DATE_FIELDS.flatMap((field) => [`${field} TIMESTAMP`, `${unreadableColumn(field)} VARCHAR`]),
  // As JSON.
  "extra VARCHAR",
  // A bit per approximate date field.
  "approximate INTEGER",
];

export async function createStaged(connection: DuckDBConnection, name = "staged"): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE ${name} (${COLUMNS.join(", ")})`);
}

/** Drops the table or view `staged`, if there is one. */
export async function dropStaged(connection: DuckDBConnection): Promise<void> {
  const found = await connection.runAndReadAll(
    "SELECT table_type FROM information_schema.tables WHERE table_name = 'staged'",
  );
  const [type] = found.getRows()[0] ?? [];
  if (type) await connection.run(`DROP ${type === "VIEW" ? "VIEW" : "TABLE"} staged`);
}

/** Fills `staged` with these records. */
export async function stageRecords(
  connection: DuckDBConnection,
  records: Iterable<ImportedRecord>,
): Promise<void> {
  await createStaged(connection);
  const appender = await connection.createAppender("staged");
  for (const record of records) appendRecord(appender, record);
  appender.closeSync();
}

/** Writes a record as a row of `staged`. */
export function appendRecord(appender: DuckDBAppender, record: ImportedRecord): void {
  const { terms, dates, approximate, extra } = record;
  for (const field of TERM_FIELDS) appendText(appender, terms[field]);
  for (const field of DATE_FIELDS) {
    const reading = dates[field];
    appendInstant(appender, reading.kind === "instant" ? reading.at : undefined);
    appendText(appender, reading.kind === "unreadable" ? reading.text : null);
  }
  appendText(appender, Object.keys(extra).length === 0 ? null : JSON.stringify(extra));
  appender.appendInteger(approximateBits(approximate));
  appender.endRow();
}

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

function appendInstant(appender: DuckDBAppender, at: number | undefined): void {
  if (at === undefined) appender.appendNull();
  else appender.appendTimestamp(timestamp(at));
}

/** The columns that `recordOf` reads, in order. */
export const RECORD_COLUMNS = [
  ...TERM_FIELDS,
  ...DATE_FIELDS.map((field) => `epoch_ms(${field})::DOUBLE`),
  ...DATE_FIELDS.map(unreadableColumn),
  "extra",
  "approximate",
].join(", ");

/** Index of the first column after these. */
export const PART = TERM_FIELDS.length + 2 * DATE_FIELDS.length + 2;

/** The record of a row selected with `RECORD_COLUMNS`. */
export function recordOf(row: readonly unknown[]): ImportedRecord {
  const dateAt = TERM_FIELDS.length;
  const textAt = dateAt + DATE_FIELDS.length;
  const extra = row[textAt + DATE_FIELDS.length];
  const bits = Number(row[textAt + DATE_FIELDS.length + 1]);
  const terms = Object.fromEntries(TERM_FIELDS.map((field, place) => [field, row[place] ?? null]));
  const dates = DATE_FIELDS.map((field, place) => [
    field,
    readingOf(row[dateAt + place], row[textAt + place]),
  ]);
  return {
    terms: terms as ImportedRecord["terms"],
    dates: Object.fromEntries(dates) as ImportedRecord["dates"],
    approximate: approximateOf(bits),
    extra: typeof extra === "string" ? JSON.parse(extra) : {},
  };
}

function readingOf(at: unknown, text: unknown): InstantReading {
  if (typeof at === "number") return { kind: "instant", at };
  return typeof text === "string" ? { kind: "unreadable", text } : { kind: "never" };
}
