import {
  DATE_FIELDS,
  type DateField,
  FIELDS,
  type Field,
  TERM_FIELDS,
  type TermField,
} from "#partner-center/fields.ts";
import { type Sql, sql } from "./sql.ts";
import { unreadableColumn } from "./table-facts.ts";

const TIME = "([01]\\d|2[0-3]):\\d{2}:\\d{2}";
const DAY = "([1-9]\\d{3}|0001)-\\d{2}-\\d{2}";
const ISO = `^${DAY}([T ]${TIME}(\\.\\d+)?Z?)?$`;
const ISO_ZERO_OFFSET = `^${DAY}[T ]${TIME}(\\.\\d+)?\\+00:00$`;

/**
 * The instant of an ISO date as a TIMESTAMP truncated to ms; NULL for other texts, which are parsed later by column.
 * Agrees with the contract's parser where not NULL: the patterns exclude what DuckDB's cast additionally accepts
 * (24:00, one-digit months, offsets that it ignores).
 */
export function usualInstant(text: string): string {
  // 23 characters end with the milliseconds.
  return `CASE
    WHEN regexp_matches(${text}, '${ISO}') THEN TRY_CAST(left(${text}, 23) AS TIMESTAMP)
    WHEN regexp_matches(${text}, '${ISO_ZERO_OFFSET}')
      THEN TRY_CAST(left(left(${text}, length(${text}) - 6), 23) AS TIMESTAMP) END`;
}

/** NULL for instants that mean "never": 0001-01-01 and its offsets. */
export function unlessNever(instant: string): string {
  return `CASE WHEN ${instant} >= TIMESTAMP '0001-01-02' THEN ${instant} END`;
}

/** For date and timestamp columns: truncated to ms, NULL after the year 9999. */
function temporalInstant(column: string): string {
  const value = `${column}::TIMESTAMP`;
  return `CASE WHEN isfinite(${value}) AND ${value} < TIMESTAMP '10000-01-01'
    THEN date_trunc('milliseconds', ${value}) END`;
}

const NOTHING = "'null', 'n/a', '#n/a', 'nan', 'nat', 'none', '-', '\\N', '<na>'".toLowerCase();

/** How to get a field from a file: an expression, as text or a DuckDB date. */
export type Cell = { text: string; temporal: boolean };

/** A file as a relation. */
export type Source = {
  /** Whether its rows can be read again in file order at no cost, and its dates need no parsing; null where not. */
  typed: TypedSource | null;
  from: Sql;
  /** The names of its columns or keys, as written. */
  names: readonly string[];
  cells: ReadonlyMap<Field, Cell>;
};

/** A source as text without values, with the row numbers as `rowid`; terms of `plain` hold no placeholders for null. */
export type TypedSource = { text: string; plain: ReadonlySet<TermField> };

/**
 * Like `stageSql`, but as a view: the source is read by each statement that needs it, and copied once. `areDatesExact`:
 * all have whole ms and lie in the years 1 to 9999, so that they need no repair, which takes a third of the time.
 */
export function viewSql(source: Source, { text, plain }: TypedSource, areDatesExact: boolean): string {
  const staged = stagedSql({ ...source, from: sql(text) }, plain, areDatesExact, ["rowid"]);
  return `CREATE OR REPLACE VIEW staged AS ${staged}`;
}

/**
 * Copies a source into the table `staged` in file order: the six text fields, each date as a TIMESTAMP (NULL: never or
 * unparsed), and its unparsed text.
 */
export function stageSql(source: Source): Sql {
  return { text: `CREATE OR REPLACE TABLE staged AS ${stagedSql(source)}`, values: source.from.values };
}

function stagedSql(
  source: Source,
  plain: ReadonlySet<TermField> = new Set(),
  areDatesExact = false,
  more: readonly string[] = [],
): string {
  const texts = FIELDS.map((field) => `${cellOf(source, field).text} AS ${field}Cell`);
  const terms = TERM_FIELDS.map((field) =>
    plain.has(field) ? `${field}Cell::VARCHAR AS ${field}` : termCell(field),
  );
  const dates = DATE_FIELDS.map((field) => (areDatesExact ? exactCells(field) : dateCells(source, field)));
  const read = areDatesExact ? DATE_FIELDS.flatMap(bothColumns) : DATE_FIELDS.map(readCells);
  return `SELECT ${[...TERM_FIELDS, ...read, ...more].join(", ")} FROM (
    SELECT ${[...terms, ...dates, ...more].join(", ")}
    FROM (SELECT ${[...texts, ...more].join(", ")} FROM (${source.from.text})))`;
}

function cellOf({ cells }: Source, field: Field): Cell {
  return cells.get(field) ?? { text: "NULL::VARCHAR", temporal: false };
}

/** Placeholders for null become null. */
function termCell(field: TermField): string {
  const cell = `${field}Cell::VARCHAR`;
  return `CASE WHEN ${isNothing(cell)} THEN NULL ELSE ${cell} END AS ${field}`;
}

/** True where a text stands for null, else false or NULL. The longest has four letters; AND would look up all texts. */
export function isNothing(text: string): string {
  return `CASE WHEN length(${text}) <= 4 THEN list_contains([${NOTHING}], lower(trim(${text}))) END`;
}

function dateCells(source: Source, field: DateField): string {
  const cell = `${field}Cell`;
  if (!cellOf(source, field).temporal)
    return `${usualInstant(`${cell}::VARCHAR`)} AS ${field}, ${cell}::VARCHAR AS ${unreadableColumn(field)}`;
  const instant = temporalInstant(cell);
  // Only unparsed values are converted to text.
  return `${instant} AS ${field}, CASE WHEN ${instant} IS NULL THEN ${cell}::VARCHAR END AS ${unreadableColumn(field)}`;
}

function exactCells(field: DateField): string {
  return `${field}Cell::TIMESTAMP AS ${field}, NULL::VARCHAR AS ${unreadableColumn(field)}`;
}

function bothColumns(field: DateField): string[] {
  return [field, unreadableColumn(field)];
}

function readCells(field: DateField): string {
  const text = unreadableColumn(field);
  return `${unlessNever(field)} AS ${field}, CASE WHEN ${field} IS NULL AND ${text} <> '' THEN ${text} END AS ${text}`;
}
