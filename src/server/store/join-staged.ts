import type { DuckDBConnection } from "@duckdb/node-api";
import { type JoinReport, NOTHING_JOINED, type RegistrationReport } from "#files/import/import-report.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { joinRecords } from "#files/records/join.ts";
import type { Field } from "#partner-center/fields.ts";
import { appendRecord, createStaged, PART, RECORD_COLUMNS, recordOf } from "./staged-rows.ts";

/** One writes while the other reads. */
type Connections = { connection: DuckDBConnection; reader: DuckDBConnection };

const MAX_LISTED = 100;

/** Merges records of `staged` and `registered` with the same referral id, in file order. */
export async function joinStaged({ connection, reader }: Connections): Promise<JoinReport> {
  await connection.run(
    `CREATE OR REPLACE TABLE repeated AS SELECT id FROM staged WHERE id IS NOT NULL GROUP BY id
    HAVING count(*) > 1 OR id IN (SELECT id FROM registered)`,
  );
  const counted = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM repeated");
  if (counted.getRows()[0]?.[0] === 0) return NOTHING_JOINED;
  await createStaged(connection, "joined");
  const report = await writeJoined(connection, reader);
  await connection.run("DELETE FROM staged WHERE id IN (SELECT id FROM repeated)");
  await connection.run("INSERT INTO staged SELECT * FROM joined");
  await connection.run("DROP TABLE joined");
  await connection.run("DROP TABLE repeated");
  return report;
}

async function writeJoined(connection: DuckDBConnection, reader: DuckDBConnection): Promise<JoinReport> {
  const byField: Record<string, number> = {};
  const listed: { id: string; fields: readonly Field[] }[] = [];
  const report = { referrals: 0, records: 0, contradictions: 0, byField, listed };
  const appender = await connection.createAppender("joined");
  for await (const { records, registrations } of groups(reader)) {
    // A registration has no time of writing: all other values are considered newer.
    const { record, contradictions } = joinRecords([...registrations, ...records]);
    appendRecord(appender, record);
    if (records.length === 1) continue;
    report.referrals += 1;
    report.records += records.length;
    if (contradictions.length === 0) continue;
    report.contradictions += 1;
    for (const field of contradictions) byField[field] = (byField[field] ?? 0) + 1;
    if (listed.length < MAX_LISTED) listed.push({ id: record.terms.id ?? "", fields: contradictions });
  }
  appender.closeSync();
  return report;
}

type Group = { records: ImportedRecord[]; registrations: ImportedRecord[] };

/** The records of each repeated id, id by id. */
async function* groups(connection: DuckDBConnection): AsyncGenerator<Group> {
  const of = (table: string) =>
    `SELECT ${RECORD_COLUMNS}, '${table}' AS part, rowid AS place FROM ${table} WHERE id IN (SELECT id FROM repeated)`;
  const result = await connection.stream(
    `${of("staged")} UNION ALL ${of("registered")} ORDER BY id, part DESC, place`,
  );
  let group: Group = { records: [], registrations: [] };
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (const row of chunk.getRows()) {
      const record = recordOf(row);
      // Records come before the registrations of their id.
      if (group.records[0] && group.records[0].terms.id !== record.terms.id) {
        yield group;
        group = { records: [], registrations: [] };
      }
      if (row[PART] === "registered") group.registrations.push(record);
      else group.records.push(record);
    }
  }
  if (group.records.length > 0) yield group;
}

/** How many registrations have a referral in `staged`. */
export async function registrationReport(connection: DuckDBConnection): Promise<RegistrationReport> {
  const result = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER, (count(*) FILTER (id IS NULL OR id NOT IN (SELECT id FROM staged WHERE id IS NOT NULL)))::INTEGER
    FROM registered`,
  );
  const [records, withoutReferral] = result.getRows()[0] ?? [];
  return { records: Number(records), withoutReferral: Number(withoutReferral) };
}
