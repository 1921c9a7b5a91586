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
import { extraColumn, stagedWithExtras } from "./extra-columns.ts";
import { quoteText } from "./sql.ts";
import { dropStaged } from "./staged-rows.ts";
import { monthColumn, REPEATING_TERMS, type TableFacts, unreadableColumn } from "./table-facts.ts";
import { type StagedScan, scanTable } from "./table-scan.ts";

/** With more values a column stays text. */
const MAX_ENUM_VALUES = 1000;

/**
 * Creates `referrals` from `staged` and `readings`, and drops these. Rows are in the order of responses: newest
 * `createdDate` first, then `id` by code point, then file order; nulls last. `isAsScanned`: no row was dropped since the
 * dates were read.
 */
export async function buildReferrals(
  connection: DuckDBConnection,
  odd: DateReadings,
  extras: readonly ExtraField[],
  isAsScanned: boolean,
): Promise<Built> {
  const enums: Enums = new Map();
  for (const field of REPEATING_TERMS) {
    const values = await createEnum(connection, field);
    if (values) enums.set(field, values);
  }
  await connection.run(referralsSql(enums, odd, extras));
  await dropStaged(connection);
  await connection.run("DROP TABLE readings");
  const isSame = isAsScanned && odd.fields.length === 0;
  const scan = isSame ? odd.scan : await scanTable(connection, "referrals");
  return { facts: factsOf(scan, enums, odd, extras), scan };
}

/** ENUM columns with their values. */
type Enums = Map<TermField, readonly string[]>;

export type Built = { facts: TableFacts; scan: StagedScan };

/** The contents of `referrals`, so that queries need not scan it. */
function factsOf(
  { records, counts, escaped, fractional, ends }: StagedScan,
  enums: Enums,
  odd: DateReadings,
  extras: readonly ExtraField[],
): TableFacts {
  const isEscaped = (field: TermField) =>
    enums.get(field)?.some((value) => ESCAPED.test(value)) ?? (escaped.has(field) || isRepeating(field));
  return {
    records,
    enums,
    escaped: new Set(TERM_FIELDS.filter(isEscaped)),
    unreadable: odd.unreadable,
    fractional,
    empty: new Set(FIELDS.filter((field) => counts.get(field) === 0 && !hasTexts(field, odd))),
    extras,
    ends,
    full: new Set(FIELDS.filter((field) => counts.get(field) === records)),
  };
}

function hasTexts(field: Field, { unreadable }: DateReadings): boolean {
  return isDateField(field) && unreadable.has(field);
}

/** JSON escapes two characters and those below the space (RFC 8259, 7). */
const ESCAPED = /["\\\p{Cc}]/u;

/** With too many values for an ENUM such a text may have any. */
function isRepeating(field: TermField): boolean {
  return (REPEATING_TERMS as readonly TermField[]).includes(field);
}

/** Sorted, so that ENUM order is code point order. */
async function createEnum(connection: DuckDBConnection, field: TermField): Promise<readonly string[] | null> {
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT ${field} FROM staged WHERE ${field} IS NOT NULL ORDER BY 1 LIMIT ${MAX_ENUM_VALUES + 1}`,
  );
  const values = found.getRows().map(([value]) => String(value));
  // A NUL would end the statement.
  const canBe = values.length > 0 && values.length <= MAX_ENUM_VALUES && !values.join("").includes("\0");
  if (!canBe) return null;
  await connection.run(`CREATE TYPE ${field}Value AS ENUM (${values.map(quoteText).join(", ")})`);
  return values;
}

function referralsSql(enums: Enums, odd: DateReadings, extras: readonly ExtraField[]): string {
  const terms = TERM_FIELDS.map((field) =>
    enums.has(field) ? `${field}::${field}Value AS ${field}` : field,
  );
  // What no record has is not sorted.
  const present = DATE_FIELDS.filter((field) => !odd.empty.has(field));
  const dates = present.flatMap((field) => dateColumns(field, odd));
  const absent = [...odd.empty].map((field) => `NULL::TIMESTAMP AS ${field}`);
  const joins = odd.fields.map(
    (field) =>
      `LEFT JOIN readings AS ${field}Read ON ${field}Read.field = '${field}' AND ${field}Read.text = ${unreadableColumn(field)}`,
  );
  // Months are computed after sorting: ten columns less to sort.
  const months = DATE_FIELDS.map((field) => monthCell(field, odd));
  return `CREATE TABLE referrals AS SELECT *, ${[...absent, ...months].join(", ")} FROM (
    SELECT ${[...terms, ...dates, ...extras.map(extraColumn)].join(", ")} FROM ${stagedWithExtras(extras)} ${joins.join(" ")}
    ORDER BY ${odd.empty.has("createdDate") ? "" : "createdDate DESC NULLS LAST, "}staged.id NULLS LAST, staged.place)`;
}

function dateColumns(field: DateField, { fields, unreadable }: DateReadings): string[] {
  if (!fields.includes(field)) return [field];
  const read = `coalesce(${field}, ${field}Read.instant) AS ${field}`;
  if (!unreadable.has(field)) return [read];
  const text = unreadableColumn(field);
  return [read, `CASE WHEN ${field}Read.unreadable THEN ${text} END AS ${text}`];
}

function monthCell(field: DateField, { empty }: DateReadings): string {
  if (empty.has(field)) return `NULL::INTEGER AS ${monthColumn(field)}`;
  // Takes a third of the time of datediff for the dates that DuckDB keeps in a table, 1970 to 2050.
  return `(year(${field}) * 12 + month(${field}) - 1)::INTEGER AS ${monthColumn(field)}`;
}
