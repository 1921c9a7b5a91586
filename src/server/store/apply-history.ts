import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import { datedRecords, type HistoryFacts, recordImport } from "../history/history-folder.ts";
import type { SourceFile } from "./source-files.ts";
import { RECORD_COLUMNS, recordOf, stageRecords } from "./staged-rows.ts";
import type { ReadingOptions } from "./store.ts";

/**
 * Stores `staged` as an import, and replaces it by the state after all imports: with dates of changes between two of
 * them, and referrals that this one lacks.
 */
export async function applyHistory(
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
