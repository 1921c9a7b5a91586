import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { timestamp } from "./sql.ts";
import { unreadableColumn } from "./table-facts.ts";

export type OddDates = {
  /** Fields with texts that the engine did not read by itself. */
  fields: readonly DateField[];
  /** Those of them with texts that nobody can read. */
  unreadable: ReadonlySet<DateField>;
  /** Date values that nobody can read. */
  count: number;
};

/**
 * Lets the contract's reader decide on the date texts of `staged` that the engine left: fills the table
 * `readings` (text; instant or NULL; whether it is unreadable).
 */
export async function readOddDates(connection: DuckDBConnection): Promise<OddDates> {
  await connection.run("CREATE TABLE readings (text VARCHAR, instant TIMESTAMP, unreadable BOOLEAN)");
  const fields = await fieldsWithTexts(connection);
  if (fields.length > 0) await fillReadings(connection, fields);
  const counts = await Promise.all(fields.map((field) => unreadableCount(connection, field)));
  return {
    fields,
    unreadable: new Set(fields.filter((_, index) => (counts[index] ?? 0) > 0)),
    count: counts.reduce((sum, count) => sum + count, 0),
  };
}

async function fieldsWithTexts(connection: DuckDBConnection): Promise<DateField[]> {
  const counts = DATE_FIELDS.map((field) => `count(${unreadableColumn(field)})::INTEGER`).join(", ");
  const [row] = (
    await connection.runAndReadAll(`SELECT ${counts} FROM staged WHERE refusal IS NULL`)
  ).getRows();
  return DATE_FIELDS.filter((_, index) => row?.[index] !== 0);
}

async function fillReadings(connection: DuckDBConnection, fields: readonly DateField[]): Promise<void> {
  const texts = fields
    .map((field) => `SELECT ${unreadableColumn(field)} AS text FROM staged`)
    .join(" UNION ALL ");
  // Each text once, also where one field alone has any: records are joined to their readings by text.
  const result = await connection.stream(`SELECT DISTINCT text FROM (${texts}) WHERE text IS NOT NULL`);
  const appender = await connection.createAppender("readings");
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (const text of chunk.getColumnValues(0)) appendReading(appender, String(text));
  }
  appender.closeSync();
}

function appendReading(appender: DuckDBAppender, text: string): void {
  const reading = readInstant(text);
  appender.appendVarchar(text);
  if (reading.kind === "instant") appender.appendTimestamp(timestamp(reading.at));
  else appender.appendNull();
  appender.appendBoolean(reading.kind === "unreadable");
  appender.endRow();
}

async function unreadableCount(connection: DuckDBConnection, field: DateField): Promise<number> {
  const result = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER FROM staged JOIN readings ON text = ${unreadableColumn(field)}
    WHERE unreadable AND refusal IS NULL`,
  );
  return Number(result.getRows()[0]?.[0]);
}
