import type { DuckDBConnection } from "@duckdb/node-api";
import type { ExtraField } from "#files/records/extra-fields.ts";
import {
  DATE_FIELDS,
  type DateField,
  FIELDS,
  type Field,
  isDateField,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import type { DateReadings } from "./date-readings.ts";
import { extraColumn } from "./extra-columns.ts";
import { monthColumn, type TableFacts, unreadableColumn } from "./table-facts.ts";

/** Terms that repeat; as an ENUM a column groups faster and takes a third less memory. */
const REPEATING_TERMS = ["status", "customerMarket", "customerOrgSize", "partnerMarket"] as const;
/** More values than this, and the column stays text. */
const MAX_ENUM_VALUES = 1000;

/**
 * Makes `referrals` of `staged` and `readings`, and drops these. Its rows lie in the order of the answers:
 * newest `createdDate` first, then `id` by code points, then as in the file; nulls last.
 */
export async function buildReferrals(
  connection: DuckDBConnection,
  odd: DateReadings,
  extras: readonly ExtraField[],
): Promise<void> {
  const enums = new Set<TermField>();
  for (const field of REPEATING_TERMS) if (await createEnum(connection, field)) enums.add(field);
  await connection.run(referralsSql(enums, odd, extras));
  await connection.run("DROP TABLE staged");
  await connection.run("DROP TABLE readings");
}

/** Looks through `referrals` once, for what no query should have to look for. */
export async function tableFacts(
  connection: DuckDBConnection,
  odd: DateReadings,
  extras: readonly ExtraField[],
): Promise<TableFacts> {
  const escaped = TERM_FIELDS.map((field) => `bool_or(${needsEscaping(field)})`);
  const fractional = DATE_FIELDS.map((field) => `bool_or(epoch_us(${field}) % 1000000 <> 0)`);
  const present = FIELDS.map((field) => `count(${field})::INTEGER`);
  const text = `SELECT count(*)::INTEGER, ${[...escaped, ...fractional, ...present].join(", ")} FROM referrals`;
  const [[records, ...found] = []] = (await connection.runAndReadAll(text)).getRows();
  const counts = found.slice(TERM_FIELDS.length + DATE_FIELDS.length);
  return {
    records: Number(records),
    escaped: new Set(TERM_FIELDS.filter((_, index) => found[index] === true)),
    unreadable: odd.unreadable,
    fractional: new Set(DATE_FIELDS.filter((_, index) => found[TERM_FIELDS.length + index] === true)),
    empty: new Set(FIELDS.filter((field, index) => counts[index] === 0 && !hasTexts(field, odd))),
    extras,
    full: new Set(FIELDS.filter((_, index) => counts[index] === records)),
  };
}

function hasTexts(field: Field, { unreadable }: DateReadings): boolean {
  return isDateField(field) && unreadable.has(field);
}

/** Of the characters that JSON escapes (RFC 8259, 7) the first two, and those below the blank. */
function needsEscaping(field: TermField): string {
  return `regexp_matches(${field}::VARCHAR, '["\\\\\\x00-\\x1F]')`;
}

/** Sorted values, so that the order of the ENUM is the order of the texts by code points. */
async function createEnum(connection: DuckDBConnection, field: TermField): Promise<boolean> {
  const values = `SELECT DISTINCT ${field} FROM staged WHERE ${field} IS NOT NULL`;
  const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM (${values})`);
  const count = Number(counted.getRows()[0]?.[0]);
  if (count === 0 || count > MAX_ENUM_VALUES) return false;
  await connection.run(`CREATE TYPE ${field}Value AS ENUM (${values} ORDER BY 1)`);
  return true;
}

function referralsSql(
  enums: ReadonlySet<TermField>,
  odd: DateReadings,
  extras: readonly ExtraField[],
): string {
  const terms = TERM_FIELDS.map((field) =>
    enums.has(field) ? `${field}::${field}Value AS ${field}` : field,
  );
  const dates = DATE_FIELDS.flatMap((field) => dateColumns(field, odd));
  const joins = odd.fields.map(
    (field) =>
      `LEFT JOIN readings AS ${field}Read ON ${field}Read.field = '${field}' AND ${field}Read.text = ${unreadableColumn(field)}`,
  );
  // Months are worked out after sorting: that is ten columns less to carry through it.
  return `CREATE TABLE referrals AS SELECT *, ${DATE_FIELDS.map(monthCell).join(", ")} FROM (
    SELECT ${[...terms, ...dates, ...extras.map(extraColumn)].join(", ")} FROM staged ${joins.join(" ")}
    ORDER BY createdDate DESC NULLS LAST, staged.id NULLS LAST, staged.rowid)`;
}

function dateColumns(field: DateField, { fields, unreadable }: DateReadings): string[] {
  if (!fields.includes(field)) return [field];
  const read = `coalesce(${field}, ${field}Read.instant) AS ${field}`;
  if (!unreadable.has(field)) return [read];
  const text = unreadableColumn(field);
  return [read, `CASE WHEN ${field}Read.unreadable THEN ${text} END AS ${text}`];
}

function monthCell(field: DateField): string {
  return `(year(${field}) * 12 + month(${field}) - 1)::INTEGER AS ${monthColumn(field)}`;
}
