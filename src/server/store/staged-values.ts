import type { DuckDBConnection } from "@duckdb/node-api";
import { marketOf } from "#files/values/country.ts";
import { FIRST_PLAUSIBLE_DAY, instantOfDay } from "#lib/calendar.ts";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import { timestamp } from "./sql.ts";
import { unreadableColumn } from "./table-facts.ts";

const MARKETS = ["customerMarket", "partnerMarket"] as const;

/** Whether ids of `staged` look cut by a spreadsheet: then the row reader decides, and says so. */
export async function hasLostIds(connection: DuckDBConnection): Promise<boolean> {
  const result = await connection.runAndReadAll(
    `SELECT bool_or((length(id) > 15 AND ends_with(id, '000') AND regexp_matches(id, '^\\d+$'))
      OR (contains(id, '+') AND regexp_matches(id, '^\\d([.,]\\d+)?[eE]\\+\\d+$'))) FROM staged`,
  );
  return result.getRows()[0]?.[0] === true;
}

/** Whether a CSV has dates in another form than ISO, or texts where dates belong: then its columns are read as a whole. */
export async function needsCloserLook(connection: DuckDBConnection): Promise<boolean> {
  const texts = DATE_FIELDS.map((field) => `count(${unreadableColumn(field)})`).join(" + ");
  const result = await connection.runAndReadAll(`SELECT count(*) = 0 OR ${texts} > 0 FROM staged`);
  return result.getRows()[0]?.[0] === true;
}

/** Markets by name or in three letters become their codes; the text of any other stays. */
export async function nameMarkets(connection: DuckDBConnection): Promise<void> {
  for (const field of MARKETS) {
    const result = await connection.runAndReadAll(
      `SELECT DISTINCT ${field} FROM staged WHERE length(${field}) > 2 OR upper(${field}) = 'UK' LIMIT 10000`,
    );
    const renamed = result
      .getRows()
      .map(([text]) => [String(text), marketOf(String(text))] as const)
      .filter(([text, code]) => text !== code);
    if (renamed.length > 0) await rename(connection, field, renamed);
  }
}

async function rename(
  connection: DuckDBConnection,
  field: (typeof MARKETS)[number],
  renamed: readonly (readonly [string, string])[],
): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE codes (text VARCHAR, code VARCHAR)");
  const appender = await connection.createAppender("codes");
  for (const [text, code] of renamed) {
    appender.appendVarchar(text);
    appender.appendVarchar(code);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`UPDATE staged SET ${field} = codes.code FROM codes WHERE ${field} = codes.text`);
}

/**
 * Leaves out deals that were closed as a mistake, and says how many: Partner Center counts them nowhere.
 * https://learn.microsoft.com/partner-center/referrals/bulk-operations
 */
export async function dropErrors(connection: DuckDBConnection): Promise<number> {
  const result = await connection.runAndReadAll("DELETE FROM staged WHERE lower(trim(status)) = 'error'");
  return result.rowsChanged;
}

/** The newest date of `referrals` that is plausible at the clock (ms UTC); null for none. */
export async function newestDate(connection: DuckDBConnection, now: number): Promise<number | null> {
  const newest = DATE_FIELDS.map((field) => `max(${field}) FILTER (${field} >= ? AND ${field} <= ?)`).join(
    ", ",
  );
  const bounds = DATE_FIELDS.flatMap(() => [timestamp(instantOfDay(FIRST_PLAUSIBLE_DAY)), timestamp(now)]);
  const result = await connection.runAndReadAll(
    `SELECT epoch_ms(greatest(${newest}))::DOUBLE FROM referrals`,
    bounds,
  );
  const at = result.getRows()[0]?.[0];
  return typeof at === "number" ? at : null;
}
