import type { DuckDBConnection } from "@duckdb/node-api";
import type { ExtraField } from "#files/records/extra-fields.ts";
import { marketOf } from "#files/values/country.ts";
import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import { timestamp } from "./sql.ts";
import { type DateEnds, unreadableColumn } from "./table-facts.ts";
import { instantIn } from "./table-scan.ts";

const MARKETS = ["customerMarket", "partnerMarket"] as const;

/** Whether ids in `staged` look truncated by a spreadsheet: then the row reader decides and reports it. */
export async function hasLostIds(connection: DuckDBConnection): Promise<boolean> {
  const result = await connection.runAndReadAll(
    `SELECT 1 FROM staged WHERE (strlen(id) > 15 AND ends_with(id, '000') AND regexp_matches(id, '^\\d+$'))
      OR (contains(id, '+') AND regexp_matches(id, '^\\d([.,]\\d+)?[eE]\\+\\d+$')) LIMIT 1`,
  );
  return result.currentRowCount > 0;
}

/** Whether a CSV has dates other than ISO, or other text in date columns: then columns are parsed as a whole. */
export async function needsCloserLook(connection: DuckDBConnection): Promise<boolean> {
  const texts = DATE_FIELDS.map((field) => `count(${unreadableColumn(field)})`).join(" + ");
  const result = await connection.runAndReadAll(`SELECT count(*) = 0 OR ${texts} > 0 FROM staged`);
  return result.getRows()[0]?.[0] === true;
}

/** Replaces market names and three-letter codes by two-letter codes; other texts stay. */
export async function nameMarkets(connection: DuckDBConnection): Promise<void> {
  for (const field of MARKETS) {
    const renamed = await otherMarkets(connection, field);
    if (renamed.length > 0) await rename(connection, field, renamed);
  }
}

/** Whether some market has another name than its code. */
export async function hasOtherMarkets(connection: DuckDBConnection): Promise<boolean> {
  for (const field of MARKETS) if ((await otherMarkets(connection, field)).length > 0) return true;
  return false;
}

async function otherMarkets(connection: DuckDBConnection, field: (typeof MARKETS)[number]) {
  const result = await connection.runAndReadAll(
    `SELECT DISTINCT ${field} FROM staged WHERE ${field} IS NOT NULL LIMIT 10000`,
  );
  return result
    .getRows()
    .map(([text]) => [String(text), marketOf(String(text))] as const)
    .filter(([text, code]) => text !== code);
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
 * Drops deals closed as an error and returns their number: Partner Center counts them nowhere.
 * https://learn.microsoft.com/partner-center/referrals/bulk-operations
 */
export async function dropErrors(connection: DuckDBConnection): Promise<number> {
  const result = await connection.runAndReadAll("DELETE FROM staged WHERE lower(trim(status)) = 'error'");
  return result.rowsChanged;
}

/** The first plausible instant and the clock (ms UTC), and the additional fields that some referral has. */
export type PlausibleSpan = { first: number; now: number; extras: readonly ExtraField[] };

type Plausible = { newest: number | null; implausible: { count: number; example: number | null } };

/**
 * The newest plausible date of `referrals`, neither before `first` nor in the future (ms UTC; null for none), and how
 * many referrals have an implausible one, with the latest of these. The middle between two imports is no date of a file.
 */
export async function plausibleDates(
  connection: DuckDBConnection,
  { first, now, extras }: PlausibleSpan,
  ends: ReadonlyMap<DateField, DateEnds>,
): Promise<Plausible> {
  const known: readonly string[] = extras;
  const each = (of: (field: string) => string) =>
    DATE_FIELDS.map((field) =>
      of(known.includes(`${field}From`) ? `(CASE WHEN ${field}From IS NULL THEN ${field} END)` : field),
    );
  // Usually all are plausible, which the first and last date of all tell.
  const hasMiddles = DATE_FIELDS.some((field) => known.includes(`${field}From`));
  const oldest = [...ends.values()].flatMap((end) => end.oldest ?? []);
  const latest = [...ends.values()].flatMap((end) => end.latest ?? []);
  if (!hasMiddles && Math.min(...oldest, first) >= first && Math.max(...latest, now) <= now)
    return {
      newest: latest.length > 0 ? Math.max(...latest) : null,
      implausible: { count: 0, example: null },
    };
  const isOdd = (field: string) => `(${field} < $first OR ${field} > $now)`;
  const newest = each((field) => `max(${field}) FILTER (NOT ${isOdd(field)})`).join(", ");
  const odd = each((field) => `max(${field}) FILTER (${isOdd(field)})`).join(", ");
  const result = await connection.runAndReadAll(
    `SELECT epoch_ms(greatest(${newest}))::DOUBLE, (count(*) FILTER (${each(isOdd).join(" OR ")}))::INTEGER,
      epoch_ms(greatest(${odd}))::DOUBLE FROM referrals`,
    { first: timestamp(first), now: timestamp(now) },
  );
  const [at, count, example] = result.getRows()[0] ?? [];
  return { newest: instantIn(at), implausible: { count: Number(count), example: instantIn(example) } };
}
